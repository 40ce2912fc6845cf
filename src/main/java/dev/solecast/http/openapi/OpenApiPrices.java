package dev.solecast.http.openapi;

import dev.solecast.http.request.Costs;
import dev.solecast.http.request.Price;
import jakarta.ws.rs.BeanParam;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Publishes the price of each operation, read from {@link Costs}. */
final class OpenApiPrices {

    /** The extension of an operation that holds its price. */
    static final String COST = "x-cost";

    private static final DotName COSTS = DotName.createSimple(Costs.class);

    private final OpenApiMethods methods;
    private final IndexView classes;

    OpenApiPrices(OpenApiMethods methods, IndexView classes) {
        this.methods = methods;
        this.classes = classes;
    }

    void complete(OpenAPI document) {
        methods.forEach(document, this::complete);
    }

    private void complete(Operation operation, MethodInfo method) {
        var own = method.declaredAnnotation(COSTS);
        var base = own == null ? Price.REQUEST : price(own);
        var cost = new LinkedHashMap<String, Object>();
        cost.put("tokens", base.tokens());
        var surcharges = new ArrayList<Map<String, Object>>();
        surcharges(method).forEach((surcharge, names) -> {
            var each = new LinkedHashMap<String, Object>();
            each.put("parameters", names);
            each.put("when", surcharge.what());
            each.put("tokens", surcharge.tokens());
            surcharges.add(each);
        });
        if (!surcharges.isEmpty()) {
            cost.put("surcharges", surcharges);
        }
        if (base.isMetered()) {
            cost.put("tokensPerMegabyte", Price.MEGABYTE.tokens());
        }
        operation.addExtension(COST, cost);
    }

    /** The surcharges of the method's query parameters, with the names of these. */
    private Map<Price, List<String>> surcharges(MethodInfo method) {
        var found = new EnumMap<Price, List<String>>(Price.class);
        method.parameters().stream().flatMap(this::declared).forEach(target -> {
            var costs = annotation(target, COSTS);
            var query = annotation(target, DotName.createSimple(RestQuery.class));
            if (costs != null && query != null) {
                found.computeIfAbsent(price(costs), unknown -> new ArrayList<>())
                        .add(query.value().asString());
            }
        });
        return found;
    }

    private Stream<AnnotationTarget> declared(MethodParameterInfo parameter) {
        return parameter.hasDeclaredAnnotation(DotName.createSimple(BeanParam.class))
                ? classes.getClassByName(parameter.type().name()).fields().stream()
                        .map(AnnotationTarget.class::cast)
                : Stream.of(parameter);
    }

    private static @Nullable AnnotationInstance annotation(AnnotationTarget target, DotName name) {
        return target.declaredAnnotation(name);
    }

    private static Price price(AnnotationInstance costs) {
        return Price.valueOf(costs.value().asEnum());
    }
}
