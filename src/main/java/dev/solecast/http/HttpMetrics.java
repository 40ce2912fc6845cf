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

/** Configures the metrics of requests: useful latency buckets, and no more time series than there are resources. */
@Singleton
public class HttpMetrics {

    private static final String REQUESTS = "http.server.requests";
    private static final String OTHER = "/other";
    /** The key under which Quarkus stores the path template of the request. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

    /** In nanoseconds; from latencies that nobody notices to the deadline of a request. */
    private static final double[] BUCKETS = Stream.of(2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_000, 3_000)
            .mapToDouble(milliseconds -> Duration.ofMillis(milliseconds).toNanos())
            .toArray();

    void register(@Observes Filters filters) {
        filters.register(HttpMetrics::nameOther, FilterOrder.METRICS);
    }

    /** Names every request {@code /other} first; a resource that answers it sets its own path template later. */
    private static void nameOther(RoutingContext context) {
        setTemplate(context, OTHER);
        context.next();
    }

    /** The path template of the resource that answers. */
    public static String template(RoutingContext context) {
        var request = (HttpServerRequestInternal) context.request();
        return Objects.requireNonNullElse(request.context().getLocal(TEMPLATE), OTHER);
    }

    /** Sets the path template in the metrics, for a response that does not come from a resource. */
    public static void setTemplate(RoutingContext context, String template) {
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
