package dev.solecast.http.request;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The places for one kind of work on this node, of which each caller has a few at most. Callers share them fairly by the
 * time for which they have them, by start-time fair queueing (Goyal, Vin, Cheng 1996): whoever has had less than others
 * goes first, however many requests these have waiting. What a request takes is estimated by its price, and known when it
 * leaves. Costly requests have only some of the places, so that cheap ones of others find the processor free.
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

    /** The time for which a request that costs one token has its place, as measured with 120,000 releases. */
    private static final long NANOS_PER_TOKEN = Duration.ofMillis(30).toNanos();

    /** The highest price, in tokens, of a cheap request. */
    private static final int CHEAP = 2;

    /** The most callers of whom is remembered what they have had. */
    private static final int MAX_REMEMBERED = 1_000;

    private static final Comparator<Ticket> ORDER = Comparator.comparingLong((Ticket ticket) -> ticket.start)
            .thenComparing(ticket -> !ticket.cheap)
            .thenComparingLong(ticket -> ticket.number);

    private final int places;
    private final int costlyPlaces;
    private final int perCaller;
    private final LongSupplier nanoTime;
    private final TreeSet<Ticket> waiting = new TreeSet<>(ORDER);
    private final Map<String, Integer> used = new HashMap<>();
    private int usedInAll;
    private int usedByCostly;

    /** The virtual time, in nanoseconds: the start of the last request that got a place. */
    private long now;

    /** The virtual time up to which each caller has had its share. */
    private final Map<String, Long> served = new HashMap<>();

    private long arrivals;

    /** A request that asks for a place. */
    static final class Ticket {

        private final String caller;
        private final long estimate;
        private final long start;
        private final boolean cheap;
        private final long number;
        private final CountDownLatch decided = new CountDownLatch(1);
        private Outcome outcome = Outcome.NODE_FULL;
        private long enteredAt;

        private Ticket(String caller, long estimate, long start, boolean cheap, long number) {
            this.caller = caller;
            this.estimate = estimate;
            this.start = start;
            this.cheap = cheap;
            this.number = number;
        }

        Outcome outcome() {
            return outcome;
        }

        private void decide(Outcome decision) {
            outcome = decision;
            decided.countDown();
        }
    }

    /** @param costlyPlaces how many of the places costly requests may have */
    Bulkhead(int places, int costlyPlaces, int perCaller, LongSupplier nanoTime) {
        this.places = places;
        this.costlyPlaces = costlyPlaces;
        this.perCaller = perCaller;
        this.nanoTime = nanoTime;
    }

    /**
     * Takes a place; whoever has {@link Outcome#ENTERED} must {@link #leave}.
     *
     * @param price in tokens
     */
    Ticket enter(String caller, int price, Duration patience) throws InterruptedException {
        var ticket = arrive(caller, price);
        try {
            var _ = ticket.decided.await(patience.toNanos(), TimeUnit.NANOSECONDS);
            withdraw(ticket);
            return ticket;
        } catch (InterruptedException e) {
            withdraw(ticket);
            if (ticket.outcome == Outcome.ENTERED) {
                leave(ticket);
            }
            throw e;
        }
    }

    private synchronized Ticket arrive(String caller, int price) {
        forgetSome();
        long start = Math.max(now, served.getOrDefault(caller, now));
        long estimate = price * NANOS_PER_TOKEN;
        served.put(caller, start + estimate);
        var ticket = new Ticket(caller, estimate, start, price <= CHEAP, arrivals++);
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

    /** Refuses a request that waits no longer; has no effect if that is decided. */
    private synchronized void withdraw(Ticket ticket) {
        if (waiting.contains(ticket)) {
            refuse(ticket);
        }
    }

    private void refuse(Ticket ticket) {
        waiting.remove(ticket);
        correct(ticket, 0);
        ticket.decide(used(ticket.caller) == perCaller ? Outcome.CALLER_FULL : Outcome.NODE_FULL);
    }

    private void correct(Ticket ticket, long taken) {
        served.computeIfPresent(ticket.caller, (caller, until) -> until - ticket.estimate + taken);
    }

    synchronized void leave(Ticket ticket) {
        correct(ticket, nanoTime.getAsLong() - ticket.enteredAt);
        usedInAll--;
        usedByCostly -= ticket.cheap ? 0 : 1;
        used.compute(ticket.caller, (caller, count) -> count == null || count == 1 ? null : count - 1);
        admit();
        if (usedInAll == 0) {
            served.clear();
        }
    }

    private void admit() {
        for (var all = waiting.iterator(); usedInAll < places && all.hasNext(); ) {
            var ticket = all.next();
            if (used(ticket.caller) < perCaller && (ticket.cheap || usedByCostly < costlyPlaces)) {
                all.remove();
                usedInAll++;
                usedByCostly += ticket.cheap ? 0 : 1;
                used.merge(ticket.caller, 1, Integer::sum);
                now = Math.max(now, ticket.start);
                ticket.enteredAt = nanoTime.getAsLong();
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
