package dev.solecast.http.request;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The places for one kind of work on this node, of which each caller has a few at most. Callers share them fairly by the
 * cost of their requests, by start-time fair queueing (Goyal, Vin, Cheng 1996): whoever has had less than others goes
 * first, however many requests these have waiting. Some places are kept for callers who have had no more than their share,
 * so that these seldom wait until a request of others has ended.
 */
final class Bulkhead {

    /** The outcome of asking for a place. */
    enum Outcome {
        ENTERED,
        /** The caller uses all of its own places. */
        CALLER_FULL,
        /** All places that the caller may use are in use. */
        NODE_FULL
    }

    /** The most requests that wait, because each takes memory; beyond, the one that would come last is refused. */
    private static final int MAX_WAITING = 1_000;

    /** The most callers of whom is remembered what they have had. */
    private static final int MAX_REMEMBERED = 1_000;

    private static final Comparator<Ticket> ORDER = Comparator.comparingLong((Ticket ticket) -> ticket.start)
            .thenComparing(ticket -> ticket.beyondShare)
            .thenComparingLong(ticket -> ticket.number);

    private final int places;
    private final int kept;
    private final int perCaller;
    private final TreeSet<Ticket> waiting = new TreeSet<>(ORDER);
    private final Map<String, Integer> used = new HashMap<>();
    private int usedInAll;

    /** The virtual time, in tokens: the start of the last request that got a place. */
    private long now;

    /** The virtual time up to which each caller has had its share. */
    private final Map<String, Long> served = new HashMap<>();

    private long arrivals;

    /** A request that asks for a place. */
    private static final class Ticket {

        private final String caller;
        private final int cost;
        private final long start;
        private final boolean beyondShare;
        private final long number;
        private final CountDownLatch decided = new CountDownLatch(1);
        private Outcome outcome = Outcome.NODE_FULL;

        Ticket(String caller, int cost, long start, boolean beyondShare, long number) {
            this.caller = caller;
            this.cost = cost;
            this.start = start;
            this.beyondShare = beyondShare;
            this.number = number;
        }

        void decide(Outcome decision) {
            outcome = decision;
            decided.countDown();
        }
    }

    /** @param kept the number of places for callers who have had no more than their share */
    Bulkhead(int places, int kept, int perCaller) {
        this.places = places;
        this.kept = kept;
        this.perCaller = perCaller;
    }

    /**
     * Takes a place; whoever has entered must {@link #leave}.
     *
     * @param cost in tokens; callers who have paid less lately come first
     */
    Outcome enter(String caller, int cost, Duration patience) throws InterruptedException {
        var ticket = arrive(caller, cost);
        try {
            var _ = ticket.decided.await(patience.toNanos(), TimeUnit.NANOSECONDS);
            return outcome(ticket);
        } catch (InterruptedException e) {
            if (outcome(ticket) == Outcome.ENTERED) {
                leave(caller);
            }
            throw e;
        }
    }

    private synchronized Ticket arrive(String caller, int cost) {
        forgetSome();
        long start = Math.max(now, served.getOrDefault(caller, now));
        served.put(caller, start + cost);
        var ticket = new Ticket(caller, cost, start, start > now, arrivals++);
        waiting.add(ticket);
        admit();
        if (waiting.size() > MAX_WAITING) {
            refuse(waiting.getLast());
        }
        return ticket;
    }

    private void forgetSome() {
        if (served.size() >= MAX_REMEMBERED) {
            // As if they had never come.
            served.values().removeIf(until -> until <= now);
            if (served.size() > MAX_REMEMBERED / 2) {
                served.clear();
            }
        }
    }

    /** The outcome for a request that waits no longer. */
    private synchronized Outcome outcome(Ticket ticket) {
        if (waiting.contains(ticket)) {
            refuse(ticket);
        }
        return ticket.outcome;
    }

    private void refuse(Ticket ticket) {
        waiting.remove(ticket);
        served.computeIfPresent(ticket.caller, (name, until) -> until - ticket.cost);
        ticket.decide(used(ticket.caller) == perCaller ? Outcome.CALLER_FULL : Outcome.NODE_FULL);
    }

    synchronized void leave(String caller) {
        usedInAll--;
        used.compute(caller, (name, count) -> count == null || count == 1 ? null : count - 1);
        admit();
        if (usedInAll == 0) {
            served.clear();
        }
    }

    private void admit() {
        for (var all = waiting.iterator(); usedInAll < places && all.hasNext(); ) {
            var ticket = all.next();
            if (used(ticket.caller) < perCaller && (!ticket.beyondShare || usedInAll < places - kept)) {
                all.remove();
                usedInAll++;
                used.merge(ticket.caller, 1, Integer::sum);
                now = Math.max(now, ticket.start);
                ticket.decide(Outcome.ENTERED);
            }
        }
    }

    private int used(String caller) {
        return used.getOrDefault(caller, 0);
    }

    /** The number of requests that wait. */
    synchronized int waiting() {
        return waiting.size();
    }

    /** The number of callers that have a place. */
    synchronized int callers() {
        return used.size();
    }
}
