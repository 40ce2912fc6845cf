package dev.solecast.cache;

import dev.solecast.http.request.RequestDeadline;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A response that one request computes, and for which identical requests may wait. */
final class PendingResponse {

    private final CompletableFuture<@Nullable CachedResponse> result = new CompletableFuture<>();
    private final CacheKey key;
    private final Instant startedAt;
    private final DependencyTracker tracker;

    PendingResponse(CacheKey key, Instant startedAt, DependencyTracker tracker) {
        this.key = key;
        this.startedAt = startedAt;
        this.tracker = tracker;
    }

    CacheKey key() {
        return key;
    }

    /** The time for which the response is computed; a day that begins later is not covered. */
    Instant startedAt() {
        return startedAt;
    }

    DependencyTracker tracker() {
        return tracker;
    }

    /** Releases the waiting requests; null if there is no response that they can use. */
    void complete(@Nullable CachedResponse response) {
        result.complete(response);
    }

    /** Waits for the response, at most until {@link RequestDeadline} interrupts; null if there is none to use. */
    @Nullable
    CachedResponse await() {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("It took too long", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Nobody lets a flight fail", e);
        }
    }
}
