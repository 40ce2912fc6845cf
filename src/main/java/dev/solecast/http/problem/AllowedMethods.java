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

/** Which methods an address answers to, read from the resources; the framework refuses the others, but does not say. */
@Singleton
class AllowedMethods {

    /**
     * @param fixed how many characters of the path are not for a caller to choose
     */
    private record Route(Pattern path, int fixed, String method) {}

    private final List<Route> routes;

    AllowedMethods(BeanManager beans) {
        routes = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()).flatMap(AllowedMethods::routes))
                .toList();
    }

    /** In alphabetical order; empty if there is no such address. */
    Set<String> of(String path) {
        var matching = routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .toList();
        // Of /releases/upcoming and /releases/{slug} the first is meant.
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

    private static Stream<Route> routes(Method method) {
        var own = method.getAnnotation(Path.class);
        var template = method.getDeclaringClass().getAnnotation(Path.class).value() + (own == null ? "" : own.value());
        var path = Pattern.compile("/?" + template.replaceFirst("^/", "").replaceAll("\\{[^}]*}", "[^/]+") + "/?");
        int fixed = template.replaceAll("\\{[^}]*}", "").length();
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(verb -> new Route(path, fixed, verb.value()));
    }
}
