package dev.solecast.cache;

import dev.solecast.http.FilterOrder;
import dev.solecast.http.HttpMetrics;
import dev.solecast.http.response.DateHeader;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Serves requests from the response cache, on the event loop, before any resource runs: without an API key right after
 * the rate limit has counted the request, with one after the key, its rate limit and its origins have been checked.
 */
@Singleton
class CachedResponseFilter {

    /** The attribute of the routing context that holds the cache key after a miss, for the {@link RequestCoalescer}. */
    static final String KEY = CacheKey.class.getName();

    private static final CharSequence KEY_HEADER = HttpHeaders.createOptimized("X-API-Key");

    private final ResponseCache cache;
    private final RequestCoalescer coalescer;
    private final Clock clock;
    private final Counter hits;
    private final Counter misses;

    CachedResponseFilter(ResponseCache cache, RequestCoalescer coalescer, Clock clock, MeterRegistry meters) {
        this.cache = cache;
        this.coalescer = coalescer;
        this.clock = clock;
        this.hits = meters.counter("solecast.answers", "from", "memory");
        this.misses = meters.counter("solecast.answers", "from", "database");
    }

    void register(@Observes Filters filters) {
        filters.register(this::serveWithoutKey, FilterOrder.CACHE_WITHOUT_KEY);
        filters.register(this::serveWithKey, FilterOrder.CACHE_WITH_KEY);
    }

    private void serveWithoutKey(RoutingContext context) {
        if (hasKey(context.request())) {
            context.next();
        } else {
            serve(context);
        }
    }

    private void serveWithKey(RoutingContext context) {
        if (hasKey(context.request())) {
            serve(context);
        } else {
            context.next();
        }
    }

    /** Whether the request has an API key, or anything that may be one. */
    private static boolean hasKey(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.AUTHORIZATION)
                || request.headers().contains(KEY_HEADER);
    }

    private void serve(RoutingContext context) {
        var key = CacheKey.of(context.request());
        var cached = key == null ? null : cache.find(key);
        if (cached != null) {
            hits.increment();
            send(cached, context);
        } else {
            if (key != null) {
                misses.increment();
                context.put(KEY, key);
                context.addEndHandler(ended -> coalescer.end(context));
            }
            context.next();
        }
    }

    private void send(CachedResponse cached, RoutingContext context) {
        HttpMetrics.setTemplate(context, cached.template());
        var request = context.request();
        var response = context.response();
        var headers = response.headers();
        long now = clock.millis();
        for (var header : cached.headers()) {
            headers.set(header.name(), header.value());
        }
        headers.set(HttpHeaders.DATE, DateHeader.of(now));
        headers.set(HttpHeaders.CACHE_CONTROL, cached.freshness().cacheControl(now));
        headers.set(cached.etag().name(), cached.etag().value());
        headers.set(cached.contentType().name(), cached.contentType().value());
        if (cached.matches(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        if (cached.gzip()) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (request.method().equals(HttpMethod.HEAD)) {
            headers.set(
                    HttpHeaders.CONTENT_LENGTH, Integer.toString(cached.body().length()));
            response.end();
        } else {
            response.end(cached.body());
        }
    }
}
