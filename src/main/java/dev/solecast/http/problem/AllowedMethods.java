package dev.solecast.http.problem;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the HTTP methods that an address supports, from the resource classes, because the framework's refusal of others
 * does not list them.
 */
@Singleton
class AllowedMethods {

    /**
     * @param fixed the number of literal characters in the path template
     */
    private record Route(Pattern path, int fixed, String method) {}

    private final List<Route> routes;

    AllowedMethods(BeanManager beans) {
        routes = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getMethods()).flatMap(method -> routes(type, method)))
                .toList();
    }

    /** The methods that an address supports, in alphabetical order; empty if there is no such address. */
    Set<String> of(String path) {
        var matching = routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .toList();
        // The more literal template wins: /releases/upcoming over /releases/{slug}.
        int fixed = matching.stream().mapToInt(Route::fixed).max().orElse(0);
        var allowed = new TreeSet<String>();
        for (var route : matching) {
            if (route.fixed() == fixed) {
                allowed.add(route.method());
                allowed.add("OPTIONS");
            }
        }
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        return allowed;
    }

    /** The routes of a public method of a resource class, which may inherit the method but not the path. */
    private static Stream<Route> routes(Class<?> resource, Method method) {
        var own = method.getAnnotation(Path.class);
        var template = resource.getAnnotation(Path.class).value() + (own == null ? "" : own.value());
        var path = Pattern.compile("/?" + template.replaceFirst("^/", "").replaceAll("\\{[^}]*}", "[^/]+") + "/?");
        int fixed = template.replaceAll("\\{[^}]*}", "").length();
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(verb -> new Route(path, fixed, verb.value()));
    }
}
