package dev.solecast.cache;

import dev.solecast.http.request.Deadline;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The making of one answer, for which others may wait. */
final class Flight {

    private final CompletableFuture<@Nullable Answer> landed = new CompletableFuture<>();
    private final AnswerKey key;
    private final Instant begun;
    private final Reading reading;

    Flight(AnswerKey key, Instant begun, Reading reading) {
        this.key = key;
        this.begun = begun;
        this.reading = reading;
    }

    AnswerKey key() {
        return key;
    }

    /** The time at which the answer is true; a day that has begun since is not in it. */
    Instant begun() {
        return begun;
    }

    Reading reading() {
        return reading;
    }

    /** Tells those who wait; null if there is no answer that others could use. */
    void land(@Nullable Answer answer) {
        landed.complete(answer);
    }

    /** Waits, until {@link Deadline} interrupts it if need be; null if there is no answer to be had. */
    @Nullable
    Answer await() {
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
