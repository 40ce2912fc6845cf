package dev.solecast.http.response;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The least rate at which the client of a streamed response has to read, so that none holds a place for long. Only time
 * spent waiting for the client counts: a server that is slow to write is not the client's fault.
 */
final class ReadingFloor {

    /** Bytes a second. */
    static final long RATE = 16_384;
    /** The time waited after which the rate is judged. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The time waited after which all buffers up to the client are full: what they hold, it has not taken. */
    private static final Duration BUFFERS_FULL = Duration.ofSeconds(1);

    private static final Executor LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private long taken;
    private long waited;
    private long waitingSince;
    private boolean waiting;
    private boolean buffersFull;
    private volatile boolean ended;

    /** Judges the rate each second until {@link #end}. */
    void watch(Runnable tooSlow) {
        LATER.execute(() -> {
            if (ended) {
                return;
            } else if (isTooSlow(System.nanoTime())) {
                tooSlow.run();
            } else {
                watch(tooSlow);
            }
        });
    }

    void end() {
        ended = true;
    }

    synchronized void beginWrite(long now) {
        waiting = true;
        waitingSince = now;
    }

    synchronized void endWrite(long now, int bytes) {
        waiting = false;
        waited += now - waitingSince;
        taken += bytes;
    }

    /** Whether the client took less than it should, once it has been waited for long enough; then begins anew. */
    synchronized boolean isTooSlow(long now) {
        long waitedSoFar = waited + (waiting ? now - waitingSince : 0);
        if (waitedSoFar < (buffersFull ? PATIENCE : BUFFERS_FULL).toNanos()) {
            return false;
        }
        var tooSlow = buffersFull && taken < RATE * (waitedSoFar / 1e9);
        buffersFull = true;
        taken = 0;
        waited = 0;
        waitingSince = now;
        return tooSlow;
    }
}
