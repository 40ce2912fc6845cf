package dev.solecast.http.request;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The places for one kind of heavy work on this node, of which each caller has a few at most. Who finds none waits a
 * little, first for a place of its own, then for one of the node, so that one caller cannot crowd out the others even as
 * it waits.
 */
final class Bulkhead {

    /** The outcome of asking for a place. */
    enum Outcome {
        ENTERED,
        /** The caller uses all of its own places. */
        CALLER_FULL,
        /** All places of the node are in use. */
        NODE_FULL
    }

    /** The places of one caller, kept as long as it uses one or waits for one. */
    private static final class Share {

        private final Semaphore places;
        private int users;

        Share(int places) {
            this.places = new Semaphore(places, true);
        }
    }

    private final int perCaller;
    private final Semaphore places;
    private final Map<String, Share> shares = new ConcurrentHashMap<>();

    Bulkhead(int places, int perCaller) {
        this.places = new Semaphore(places, true);
        this.perCaller = perCaller;
    }

    /** Takes a place; whoever has entered must {@link #leave}. */
    Outcome enter(String caller, Duration patience) throws InterruptedException {
        long latest = System.nanoTime() + patience.toNanos();
        var share = shares.compute(caller, (name, known) -> {
            var own = known == null ? new Share(perCaller) : known;
            own.users++;
            return own;
        });
        boolean own = false;
        boolean entered = false;
        try {
            own = share.places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (!own) {
                return Outcome.CALLER_FULL;
            }
            entered = places.tryAcquire(latest - System.nanoTime(), TimeUnit.NANOSECONDS);
            return entered ? Outcome.ENTERED : Outcome.NODE_FULL;
        } finally {
            if (!entered) {
                if (own) {
                    share.places.release();
                }
                forget(caller);
            }
        }
    }

    void leave(String caller) {
        places.release();
        Objects.requireNonNull(shares.get(caller)).places.release();
        forget(caller);
    }

    private void forget(String caller) {
        shares.computeIfPresent(caller, (name, share) -> --share.users == 0 ? null : share);
    }

    /** The number of callers that have a place or wait for one. */
    int callers() {
        return shares.size();
    }
}
