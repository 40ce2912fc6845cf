package dev.solecast.cache;

import dev.solecast.http.request.RequestDeadline;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The making of one answer, for which others may wait. */
final class PendingResponse {

    private final CompletableFuture<@Nullable CachedResponse> landed = new CompletableFuture<>();
    private final CacheKey key;
    private final Instant begun;
    private final DependencyTracker reading;

    PendingResponse(CacheKey key, Instant begun, DependencyTracker reading) {
        this.key = key;
        this.begun = begun;
        this.reading = reading;
    }

    CacheKey key() {
        return key;
    }

    /** The time at which the answer is true; a day that has begun since is not in it. */
    Instant begun() {
        return begun;
    }

    DependencyTracker reading() {
        return reading;
    }

    /** Tells those who wait; null if there is no answer that others could use. */
    void land(@Nullable CachedResponse answer) {
        landed.complete(answer);
    }

    /** Waits, until {@link RequestDeadline} interrupts it if need be; null if there is no answer to be had. */
    @Nullable
    CachedResponse await() {
        try {
            return landed.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("It took too long", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Nobody lets a flight fail", e);
        }
    }
}
