package dev.solecast.http.request;

import dev.solecast.http.FilterOrder;
import dev.solecast.http.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query parameter that the called method does not declare, so that a typing error is never ignored; except
 * where other sites append their own ({@link IgnoreUnknownParameters}).
 */
class UnknownParameterFilter {

    private final Map<Method, Set<String>> declaredByMethod = new ConcurrentHashMap<>();

    @ServerRequestFilter(priority = FilterOrder.UNKNOWN_PARAMETERS)
    void refuseUnknown(ContainerRequestContext request, ResourceInfo resource) {
        var method = resource.getResourceMethod();
        if (method.isAnnotationPresent(IgnoreUnknownParameters.class)) {
            return;
        }
        var names = declaredByMethod.computeIfAbsent(method, UnknownParameterFilter::declared);
        for (var parameter : request.getUriInfo().getQueryParameters().entrySet()) {
            var name = parameter.getKey();
            if (!names.contains(name)) {
                throw Problem.unknownParameter(name, unknown(name, names));
            }
            if (parameter.getValue().stream().anyMatch(String::isEmpty)) {
                throw Problem.parameter(name, "is empty; give it a value or leave it out.");
            }
        }
    }

    private static String unknown(String name, Set<String> names) {
        return "There is no parameter \"" + name + "\" here. "
                + (names.isEmpty() ? "This address takes none." : "There are: " + String.join(", ", names) + ".");
    }

    private static Set<String> declared(Method method) {
        return QueryParameters.declaredBy(method)
                .map(QueryParameters::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
