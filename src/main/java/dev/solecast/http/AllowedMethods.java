package dev.solecast.http;

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

    private record Route(Pattern path, String method) {}

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
        var allowed = new TreeSet<String>();
        for (var route : routes) {
            if (route.path().matcher(path).matches()) {
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
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(verb -> new Route(path, verb.value()));
    }
}
