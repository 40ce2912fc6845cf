package dev.solecast.cache;

import dev.solecast.http.request.QueryParameters;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The query parameters of a method that are marked with {@link DependsOnEvidence}, without and with history. */
record ParameterDependencies(Set<String> evidence, Set<String> history) {

    private static final Map<Method, ParameterDependencies> KNOWN = new ConcurrentHashMap<>();

    static ParameterDependencies of(Method method) {
        return KNOWN.computeIfAbsent(method, key -> new ParameterDependencies(names(key, false), names(key, true)));
    }

    private static Set<String> names(Method method, boolean history) {
        return QueryParameters.declaredBy(method)
                .filter(parameter -> parameter.isAnnotationPresent(DependsOnEvidence.class)
                        && parameter.getAnnotation(DependsOnEvidence.class).history() == history)
                .map(QueryParameters::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
