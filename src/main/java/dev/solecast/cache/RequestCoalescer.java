package dev.solecast.cache;

import dev.solecast.http.FilterOrder;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Coalesces identical concurrent requests: the first computes the response, the others wait for it. */
@Singleton
class RequestCoalescer {

    private static final String ATTRIBUTE = PendingResponse.class.getName();
    /** How often a request waits for a response that is stale when it comes, before it computes its own. */
    private static final int TRIES = 3;

    private final Map<CacheKey, PendingResponse> pending = new ConcurrentHashMap<>();
    private final ResponseCache cache;
    private final TagInvalidations invalidations;
    private final Clock clock;

    RequestCoalescer(ResponseCache cache, TagInvalidations invalidations, Clock clock) {
        this.cache = cache;
        this.invalidations = invalidations;
        this.clock = clock;
    }

    /** Returns the response that an identical request has computed; null lets this request compute it. */
    @ServerRequestFilter(priority = FilterOrder.REQUEST_COALESCING)
    @Nullable
    Response join(ResourceInfo resource, RoutingContext context) {
        var method = resource.getResourceMethod();
        if (context.get(CachedResponseFilter.KEY) instanceof CacheKey key
                && Thread.currentThread().isVirtual()
                && method.isAnnotationPresent(CacheResponse.class)) {
            var tracker = DependencyTracker.begin(invalidations, method);
            var response = awaitOrLead(new PendingResponse(key, clock.instant(), tracker), context);
            return response == null ? null : Response.ok(response).build();
        }
        return null;
    }

    /** The response of an identical request; null if this request has to compute one. */
    private @Nullable CachedResponse awaitOrLead(PendingResponse own, RoutingContext context) {
        for (int i = 0; i < TRIES; i++) {
            var other = pending.putIfAbsent(own.key(), own);
            if (other == null) {
                return lead(own, context);
            }
            var response = other.await();
            if (response == null) {
                return null;
            } else if (response.isFresh(clock)) {
                return response;
            }
        }
        return null;
    }

    private @Nullable CachedResponse lead(PendingResponse own, RoutingContext context) {
        // An identical request may have completed since the cache was checked.
        var response = cache.find(own.key());
        if (response == null) {
            context.put(ATTRIBUTE, own);
        } else {
            finish(own, response);
        }
        return response;
    }

    /** The response that this request computes for the cache; null if its response is neither cached nor awaited. */
    static @Nullable PendingResponse find(RoutingContext context) {
        return context.get(ATTRIBUTE);
    }

    /** Stores the computed response, and hands it to the waiting requests. */
    void complete(PendingResponse computed, CachedResponse response) {
        cache.put(computed.key(), response);
        finish(computed, response);
    }

    private void finish(PendingResponse computed, @Nullable CachedResponse response) {
        pending.remove(computed.key(), computed);
        computed.complete(response);
    }

    /** Releases requests that still wait, without a response; called at the end of every request, failed or not. */
    void end(RoutingContext context) {
        var own = find(context);
        if (own != null) {
            finish(own, null);
        }
    }
}
