package dev.solecast.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request an id: the caller's own {@code X-Request-Id}, else the trace of its {@code traceparent}, else a
 * random one. It is shown by the response's header, by its problem and by every log line about the request.
 */
@Singleton
public class RequestIdFilter {

    /** The header that a caller may set and every response carries. */
    public static final CharSequence HEADER = HttpHeaders.createOptimized("X-Request-Id");

    /** The header of W3C Trace Context. */
    public static final CharSequence TRACE_HEADER = HttpHeaders.createOptimized("traceparent");

    private static final String MDC_KEY = "request";
    // No characters that could forge a log line or a header, or break the address that contains the id.
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._~-]{1,64}");
    private static final Pattern TRACE = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

    void register(@Observes Filters filters) {
        filters.register(this::assign, FilterOrder.REQUEST_ID);
    }

    private void assign(RoutingContext context) {
        var request = context.request();
        var id = begin(request.getHeader(HEADER), request.getHeader(TRACE_HEADER));
        context.response().putHeader(HEADER, id);
        context.next();
    }

    /** The {@code instance} of a problem; null outside of a request. */
    public static @Nullable String instance() {
        return MDC.get(MDC_KEY) instanceof String id ? "/requests/" + id : null;
    }

    /** Begins a request that Vert.x does not see; returns its id. */
    public static String begin(@Nullable String own, @Nullable String traceparent) {
        var id = of(own, traceparent);
        MDC.put(MDC_KEY, id);
        return id;
    }

    /** Ends a request that {@link #begin} has begun. */
    public static void end() {
        MDC.remove(MDC_KEY);
    }

    private static String of(@Nullable String own, @Nullable String parent) {
        if (own != null && VALID.matcher(own).matches()) {
            return own;
        }
        var trace = parent == null ? null : TRACE.matcher(parent);
        return trace != null && trace.matches() ? trace.group(1) : random();
    }

    /** A random UUID, which has to be unique but not secret. */
    private static String random() {
        var random = ThreadLocalRandom.current();
        long version = (random.nextLong() & ~0xF000L) | 0x4000L;
        long variant = (random.nextLong() & ~(3L << 62)) | (1L << 63);
        return new UUID(version, variant).toString();
    }
}
