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

/** Lets those who ask the same at the same time wait for one of them, who makes the answer for all. */
@Singleton
class RequestCoalescer {

    private static final String MINE = PendingResponse.class.getName();
    /** So often one waits for an answer that a change overtakes, before making one's own. */
    private static final int TRIES = 3;

    private final Map<CacheKey, PendingResponse> flights = new ConcurrentHashMap<>();
    private final ResponseCache answers;
    private final TagInvalidations touched;
    private final Clock clock;

    RequestCoalescer(ResponseCache answers, TagInvalidations touched, Clock clock) {
        this.answers = answers;
        this.touched = touched;
        this.clock = clock;
    }

    /** The answer, if somebody else has made it; null goes on to make it. */
    @ServerRequestFilter(priority = FilterOrder.REQUEST_COALESCING)
    @Nullable
    Response board(ResourceInfo resource, RoutingContext context) {
        var method = resource.getResourceMethod();
        if (context.get(CachedResponseFilter.KEY) instanceof CacheKey key
                && Thread.currentThread().isVirtual()
                && method.isAnnotationPresent(CacheResponse.class)) {
            var answer =
                    join(new PendingResponse(key, clock.instant(), DependencyTracker.begin(touched, method)), context);
            return answer == null ? null : Response.ok(answer).build();
        }
        return null;
    }

    /** The answer that somebody else has made; null if this request has to make one. */
    private @Nullable CachedResponse join(PendingResponse mine, RoutingContext context) {
        for (int i = 0; i < TRIES; i++) {
            var other = flights.putIfAbsent(mine.key(), mine);
            if (other == null) {
                return lead(mine, context);
            }
            var answer = other.await();
            if (answer == null) {
                return null;
            } else if (answer.isTrue(clock)) {
                return answer;
            }
        }
        return null;
    }

    private @Nullable CachedResponse lead(PendingResponse mine, RoutingContext context) {
        // Another may have landed since this one looked.
        var answer = answers.find(mine.key());
        if (answer == null) {
            context.put(MINE, mine);
        } else {
            land(mine, answer);
        }
        return answer;
    }

    /** Of this request; null if nobody waits for its answer, and it is not to be kept. */
    static @Nullable PendingResponse of(RoutingContext context) {
        return context.get(MINE);
    }

    /** Keeps what was made, and gives it to those who wait. */
    void arrive(PendingResponse flight, CachedResponse answer) {
        answers.keep(flight.key(), answer);
        land(flight, answer);
    }

    private void land(PendingResponse flight, @Nullable CachedResponse answer) {
        flights.remove(flight.key(), flight);
        flight.land(answer);
    }

    /** To be called at the end of every request, however it ended. */
    void end(RoutingContext context) {
        var flight = of(context);
        if (flight != null) {
            land(flight, null);
        }
    }
}
