package dev.solecast.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.http.request.Bulkhead.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BulkheadTest {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration LONG = Duration.ofMinutes(1);

    private static final String SCRAPER = "203.0.113.7";
    private static final String PARTNER = "key partner-shop";
    private static final String PHONE = "198.51.100.20";

    private final AtomicLong time = new AtomicLong();
    private final Map<String, Queue<Bulkhead.Ticket>> tickets = new ConcurrentHashMap<>();
    private final Bulkhead calendars = new Bulkhead(3, 3, 2, time::get);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<String> admitted = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> refused = new LinkedBlockingQueue<>();
    private final List<String> order = new ArrayList<>();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void callerWithAllOfItsPlacesIsRefusedWhileOthersEnter() throws Exception {
        assertThat(enter(calendars, "203.0.113.7", 1)).isEqualTo(Outcome.ENTERED);
        assertThat(enter(calendars, "203.0.113.7", 1)).isEqualTo(Outcome.ENTERED);
        assertThat(enter(calendars, "203.0.113.7", 1)).isEqualTo(Outcome.CALLER_FULL);
        assertThat(enter(calendars, "203.0.113.8", 1)).isEqualTo(Outcome.ENTERED);
        assertThat(enter(calendars, "203.0.113.9", 1)).isEqualTo(Outcome.NODE_FULL);
    }

    @Test
    void placeIsFreeAgainAfterItsUserHasLeft() throws Exception {
        for (int visit = 0; visit < 10; visit++) {
            assertThat(enter(calendars, "key kicks-weekly", 1)).isEqualTo(Outcome.ENTERED);
            leave(calendars, "key kicks-weekly");
        }
        assertThat(calendars.callers()).isZero();
    }

    @Test
    void refusedCallerLeavesNothingBehind() throws Exception {
        var full = new Bulkhead(1, 1, 1, time::get);
        assertThat(enter(full, "203.0.113.7", 1)).isEqualTo(Outcome.ENTERED);
        for (int i = 0; i < 5; i++) {
            assertThat(enter(full, "203.0.113.7", 1)).isEqualTo(Outcome.CALLER_FULL);
            assertThat(enter(full, "203.0.113.8", 1)).isEqualTo(Outcome.NODE_FULL);
        }
        assertThat(full.callers()).isOne();
        leave(full, "203.0.113.7");
        assertThat(enter(full, "203.0.113.8", 1)).isEqualTo(Outcome.ENTERED);
    }

    @Test
    void waitingCallerGetsThePlaceThatBecomesFree() throws Exception {
        var single = new Bulkhead(1, 1, 1, time::get);
        enter(single, "203.0.113.7", 1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var second = threads.submit(() -> single.enter("203.0.113.8", 1, LONG));
            leave(single, "203.0.113.7");
            assertThat(second.get().outcome()).isEqualTo(Outcome.ENTERED);
        }
    }

    @Test
    void interruptedCallerLeavesNothingBehind() throws Exception {
        var single = new Bulkhead(1, 1, 1, time::get);
        enter(single, "203.0.113.7", 1);
        var interrupted = new CountDownLatch(1);
        var waiting = Thread.ofVirtual().start(() -> {
            try {
                single.enter("203.0.113.8", 1, LONG);
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        waiting.interrupt();
        interrupted.await();
        waiting.join();
        leave(single, "203.0.113.7");
        assertThat(single.callers()).isZero();
        assertThat(enter(single, "203.0.113.8", 1)).isEqualTo(Outcome.ENTERED);
    }

    @Test
    void callerWhoHasHadNothingComesBeforeAllThatOthersHaveWaiting() throws Exception {
        var reads = new Bulkhead(1, 1, 9, time::get);
        assertThat(enter(reads, SCRAPER, 1)).isEqualTo(Outcome.ENTERED);
        for (int i = 0; i < 5; i++) {
            ask(reads, SCRAPER, 1);
        }
        ask(reads, PHONE, 1);
        leaveOneByOne(reads, SCRAPER, 6);
        assertThat(order).containsExactly(PHONE, SCRAPER, SCRAPER, SCRAPER, SCRAPER, SCRAPER);
    }

    @Test
    void requestsThatCostThriceAsMuchComeAThirdAsOften() throws Exception {
        var reads = new Bulkhead(1, 1, 9, time::get);
        assertThat(enter(reads, "key editor", 1)).isEqualTo(Outcome.ENTERED);
        for (int i = 0; i < 3; i++) {
            ask(reads, SCRAPER, 3);
        }
        for (int i = 0; i < 6; i++) {
            ask(reads, PARTNER, 1);
        }
        leaveOneByOne(reads, "key editor", 7);
        assertThat(order.subList(0, 7)).filteredOn(SCRAPER::equals).hasSizeBetween(2, 3);
        assertThat(order.subList(0, 4)).filteredOn(PARTNER::equals).hasSizeBetween(2, 3);
    }

    @Test
    void callerWhoWasJustServedComesAfterWhoeverWasNot() throws Exception {
        var reads = new Bulkhead(1, 1, 9, time::get);
        assertThat(enter(reads, "key editor", 1)).isEqualTo(Outcome.ENTERED);
        ask(reads, SCRAPER, 1);
        leaveOneByOne(reads, "key editor", 1);
        ask(reads, SCRAPER, 1);
        ask(reads, PHONE, 1);
        leaveOneByOne(reads, SCRAPER, 2);
        assertThat(order).containsExactly(SCRAPER, PHONE, SCRAPER);
    }

    @Test
    void costlyRequestsHaveOnlySomeOfThePlaces() throws Exception {
        var reads = new Bulkhead(4, 2, 9, time::get);
        assertThat(enter(reads, SCRAPER, 5)).isEqualTo(Outcome.ENTERED);
        assertThat(enter(reads, SCRAPER, 5)).isEqualTo(Outcome.ENTERED);
        assertThat(enter(reads, PARTNER, 5)).isEqualTo(Outcome.NODE_FULL);
        assertThat(enter(reads, PARTNER, 1)).isEqualTo(Outcome.ENTERED);
        assertThat(enter(reads, PHONE, 1)).isEqualTo(Outcome.ENTERED);
        assertThat(enter(reads, PHONE, 1)).isEqualTo(Outcome.NODE_FULL);
        leave(reads, SCRAPER);
        assertThat(enter(reads, PARTNER, 5)).isEqualTo(Outcome.ENTERED);
    }

    @Test
    void cheapRequestDoesNotWaitBehindCostlyOnesThatFindNoPlace() throws Exception {
        var reads = new Bulkhead(2, 1, 9, time::get);
        assertThat(enter(reads, SCRAPER, 5)).isEqualTo(Outcome.ENTERED);
        ask(reads, PARTNER, 5);
        assertThat(enter(reads, PHONE, 1)).isEqualTo(Outcome.ENTERED);
    }

    @Test
    void requestCountsForTheTimeThatItTookWhateverItsPrice() throws Exception {
        var reads = new Bulkhead(2, 2, 9, time::get);
        assertThat(enter(reads, SCRAPER, 1)).isEqualTo(Outcome.ENTERED);
        assertThat(enter(reads, PARTNER, 5)).isEqualTo(Outcome.ENTERED);
        time.addAndGet(Duration.ofMillis(10).toNanos());
        leave(reads, PARTNER);
        time.addAndGet(Duration.ofMillis(190).toNanos());
        assertThat(enter(reads, "key editor", 1)).isEqualTo(Outcome.ENTERED);
        leave(reads, SCRAPER);
        assertThat(enter(reads, PHONE, 1)).isEqualTo(Outcome.ENTERED);
        ask(reads, SCRAPER, 1);
        ask(reads, PARTNER, 1);
        leaveOneByOne(reads, PHONE, 2);
        assertThat(order).containsExactly(PARTNER, SCRAPER);
    }

    @Test
    void refusedRequestDoesNotCountAgainstItsCaller() throws Exception {
        var reads = new Bulkhead(1, 1, 9, time::get);
        assertThat(enter(reads, "key editor", 1)).isEqualTo(Outcome.ENTERED);
        assertThat(enter(reads, PHONE, 5)).isEqualTo(Outcome.NODE_FULL);
        ask(reads, PHONE, 1);
        ask(reads, SCRAPER, 1);
        leaveOneByOne(reads, "key editor", 2);
        assertThat(order).containsExactly(PHONE, SCRAPER);
    }

    @Test
    void whoeverWouldComeLastIsRefusedWhereTooManyWait() throws Exception {
        var reads = new Bulkhead(1, 1, 1, time::get);
        assertThat(enter(reads, SCRAPER, 1)).isEqualTo(Outcome.ENTERED);
        for (int i = 0; i < 1_000; i++) {
            ask(reads, SCRAPER, 1);
        }
        assertThat(reads.enter(SCRAPER, 1, LONG).outcome()).isEqualTo(Outcome.CALLER_FULL);
        ask(reads, PHONE, 1);
        assertThat(refused.take()).isEqualTo(SCRAPER);
        assertThat(reads.waiting()).isEqualTo(1_000);
        leaveOneByOne(reads, SCRAPER, 1);
        assertThat(order).containsExactly(PHONE);
    }

    private Outcome enter(Bulkhead bulkhead, String caller, int price) throws InterruptedException {
        var ticket = bulkhead.enter(caller, price, AT_ONCE);
        if (ticket.outcome() == Outcome.ENTERED) {
            keep(caller, ticket);
        }
        return ticket.outcome();
    }

    private void keep(String caller, Bulkhead.Ticket ticket) {
        tickets.computeIfAbsent(caller, unknown -> new LinkedBlockingQueue<>()).add(ticket);
    }

    private void leave(Bulkhead bulkhead, String caller) {
        bulkhead.leave(tickets.get(caller).remove());
    }

    private void ask(Bulkhead reads, String caller, int price) {
        int before = reads.waiting();
        threads.execute(() -> {
            try {
                var ticket = reads.enter(caller, price, LONG);
                if (ticket.outcome() == Outcome.ENTERED) {
                    keep(caller, ticket);
                    admitted.add(caller);
                } else {
                    refused.add(caller);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        while (reads.waiting() == before && before < 1_000) {
            Thread.onSpinWait();
        }
    }

    /** Gives up the place of a caller, then that of whoever got it, and so on. */
    private void leaveOneByOne(Bulkhead reads, String first, int times) throws InterruptedException {
        var holder = first;
        for (int i = 0; i < times; i++) {
            leave(reads, holder);
            holder = admitted.take();
            order.add(holder);
        }
    }
}
