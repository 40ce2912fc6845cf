package dev.solecast.cache;

import jakarta.ws.rs.BeanParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of a method that are marked with {@link DependsOnEvidence}, without and with history. */
record ParameterDependencies(Set<String> evidence, Set<String> history) {

    private static final Map<Method, ParameterDependencies> KNOWN = new ConcurrentHashMap<>();

    static ParameterDependencies of(Method method) {
        return KNOWN.computeIfAbsent(method, key -> new ParameterDependencies(names(key, false), names(key, true)));
    }

    private static Set<String> names(Method method, boolean history) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getDeclaredFields())
                        : Stream.of(parameter))
                .map(AnnotatedElement.class::cast)
                .filter(element -> element.isAnnotationPresent(DependsOnEvidence.class)
                        && element.getAnnotation(DependsOnEvidence.class).history() == history)
                .map(element -> element.getAnnotation(RestQuery.class).value())
                .collect(Collectors.toUnmodifiableSet());
    }
}
