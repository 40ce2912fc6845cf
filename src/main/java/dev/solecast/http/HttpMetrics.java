package dev.solecast.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Shapes what is measured of requests: buckets worth reading, and no more series than there are resources. */
@Singleton
public class HttpMetrics {

    private static final String REQUESTS = "http.server.requests";
    private static final String OTHER = "/other";
    /** Where Quarkus keeps the name. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

    /** From what a phone does not feel to the deadline of a request, in milliseconds. */
    private static final double[] BUCKETS = Stream.of(2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_000, 3_000)
            .mapToDouble(milliseconds -> Duration.ofMillis(milliseconds).toNanos())
            .toArray();

    void register(@Observes Filters filters) {
        filters.register(HttpMetrics::name, FilterOrder.METRICS);
    }

    /** A resource that answers names itself by its template; all that none answers is one. */
    private static void name(RoutingContext context) {
        name(context, OTHER);
        context.next();
    }

    /** The name of the resource that answers. */
    public static String template(RoutingContext context) {
        var request = (HttpServerRequestInternal) context.request();
        return Objects.requireNonNullElse(request.context().getLocal(TEMPLATE), OTHER);
    }

    /** Names the one that has answered the same before. */
    public static void name(RoutingContext context, String template) {
        HttpRequestMetric.getRequestMetric(context).setTemplatePath(template);
    }

    @Produces
    @Singleton
    MeterFilter knownMethods() {
        return MeterFilter.replaceTagValues("method", method -> METHODS.contains(method) ? method : "OTHER");
    }

    @Produces
    @Singleton
    MeterFilter latencies() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals(REQUESTS)
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(BUCKETS)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }
}
