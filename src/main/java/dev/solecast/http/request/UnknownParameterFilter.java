package dev.solecast.http.request;

import dev.solecast.http.FilterOrder;
import dev.solecast.http.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query parameter that the called method does not declare, so that a typing error is never ignored, and
 * bounds the number and the length of values; except where other sites append their own ({@link IgnoreUnknownParameters}).
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
            requireFewAndShort(name, parameter.getValue());
        }
    }

    /** Bounds lists, too: several values of one parameter are separated by commas. */
    private static void requireFewAndShort(String name, List<String> values) {
        int count = 0;
        for (var value : values) {
            for (var each : value.split(",", -1)) {
                count++;
                if (each.codePointCount(0, each.length()) > QueryParameters.LONGEST_VALUE) {
                    throw Problem.parameter(
                            name,
                            "has a value of more than " + QueryParameters.LONGEST_VALUE + " characters; shorten it.");
                }
            }
        }
        if (count > QueryParameters.MOST_VALUES) {
            throw Problem.parameter(
                    name,
                    "has " + count + " values; " + QueryParameters.MOST_VALUES
                            + " are allowed. Split them over several requests.");
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
