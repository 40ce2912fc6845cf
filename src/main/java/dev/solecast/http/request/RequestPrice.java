package dev.solecast.http.request;

import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The price of one request: that of its method and all surcharges for its parameters. */
public record RequestPrice(Price base, Set<Price> surcharges) {

    private static final Map<Method, Listed> LISTED = new ConcurrentHashMap<>();

    /** The price of a method, and the surcharges for its parameters by their names. */
    private record Listed(Price base, Map<String, Price> surcharges) {

        static Listed of(Method method) {
            var surcharges = new HashMap<String, Price>();
            QueryParameters.declaredBy(method)
                    .filter(parameter -> parameter.isAnnotationPresent(Costs.class))
                    .forEach(parameter -> surcharges.put(
                            QueryParameters.name(parameter),
                            parameter.getAnnotation(Costs.class).value()));
            var costs = method.getAnnotation(Costs.class);
            return new Listed(costs == null ? Price.REQUEST : costs.value(), Map.copyOf(surcharges));
        }
    }

    /** The price of a request to this method with these query parameters. */
    public static RequestPrice of(Method method, MultivaluedMap<String, String> parameters) {
        var listed = LISTED.computeIfAbsent(method, Listed::of);
        var due = EnumSet.noneOf(Price.class);
        listed.surcharges().forEach((name, surcharge) -> {
            var values = parameters.getOrDefault(name, List.of());
            if (!values.isEmpty() && surcharge.appliesTo(values)) {
                due.add(surcharge);
            }
        });
        return new RequestPrice(listed.base(), due);
    }

    /** The whole price. */
    public int tokens() {
        return base.tokens() + surcharges.stream().mapToInt(Price::tokens).sum();
    }
}
