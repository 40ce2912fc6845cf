package dev.solecast.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.http.request.Bulkhead.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
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

    private final Bulkhead calendars = new Bulkhead(3, 0, 2);
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
        assertThat(calendars.enter("203.0.113.7", 1, AT_ONCE)).isEqualTo(Outcome.ENTERED);
        assertThat(calendars.enter("203.0.113.7", 1, AT_ONCE)).isEqualTo(Outcome.ENTERED);
        assertThat(calendars.enter("203.0.113.7", 1, AT_ONCE)).isEqualTo(Outcome.CALLER_FULL);
        assertThat(calendars.enter("203.0.113.8", 1, AT_ONCE)).isEqualTo(Outcome.ENTERED);
        assertThat(calendars.enter("203.0.113.9", 1, AT_ONCE)).isEqualTo(Outcome.NODE_FULL);
    }

    @Test
    void placeIsFreeAgainAfterItsUserHasLeft() throws Exception {
        for (int visit = 0; visit < 10; visit++) {
            assertThat(calendars.enter("key kicks-weekly", 1, AT_ONCE)).isEqualTo(Outcome.ENTERED);
            calendars.leave("key kicks-weekly");
        }
        assertThat(calendars.callers()).isZero();
    }

    @Test
    void refusedCallerLeavesNothingBehind() throws Exception {
        var full = new Bulkhead(1, 0, 1);
        assertThat(full.enter("203.0.113.7", 1, AT_ONCE)).isEqualTo(Outcome.ENTERED);
        for (int i = 0; i < 5; i++) {
            assertThat(full.enter("203.0.113.7", 1, AT_ONCE)).isEqualTo(Outcome.CALLER_FULL);
            assertThat(full.enter("203.0.113.8", 1, AT_ONCE)).isEqualTo(Outcome.NODE_FULL);
        }
        assertThat(full.callers()).isOne();
        full.leave("203.0.113.7");
        assertThat(full.enter("203.0.113.8", 1, AT_ONCE)).isEqualTo(Outcome.ENTERED);
    }

    @Test
    void waitingCallerGetsThePlaceThatBecomesFree() throws Exception {
        var single = new Bulkhead(1, 0, 1);
        single.enter("203.0.113.7", 1, AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var second = threads.submit(() -> single.enter("203.0.113.8", 1, LONG));
            single.leave("203.0.113.7");
            assertThat(second.get()).isEqualTo(Outcome.ENTERED);
        }
    }

    @Test
    void interruptedCallerLeavesNothingBehind() throws Exception {
        var single = new Bulkhead(1, 0, 1);
        single.enter("203.0.113.7", 1, AT_ONCE);
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
        single.leave("203.0.113.7");
        assertThat(single.callers()).isZero();
        assertThat(single.enter("203.0.113.8", 1, AT_ONCE)).isEqualTo(Outcome.ENTERED);
    }

    @Test
    void callerWhoHasHadNothingComesBeforeAllThatOthersHaveWaiting() throws Exception {
        var reads = new Bulkhead(1, 0, 9);
        assertThat(reads.enter(SCRAPER, 1, AT_ONCE)).isEqualTo(Outcome.ENTERED);
        for (int i = 0; i < 5; i++) {
            ask(reads, SCRAPER, 1);
        }
        ask(reads, PHONE, 1);
        leaveOneByOne(reads, SCRAPER, 6);
        assertThat(order).containsExactly(PHONE, SCRAPER, SCRAPER, SCRAPER, SCRAPER, SCRAPER);
    }

    @Test
    void requestsThatCostThriceAsMuchComeAThirdAsOften() throws Exception {
        var reads = new Bulkhead(1, 0, 9);
        assertThat(reads.enter("key editor", 1, AT_ONCE)).isEqualTo(Outcome.ENTERED);
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
        var reads = new Bulkhead(1, 0, 9);
        assertThat(reads.enter("key editor", 1, AT_ONCE)).isEqualTo(Outcome.ENTERED);
        ask(reads, SCRAPER, 1);
        leaveOneByOne(reads, "key editor", 1);
        ask(reads, SCRAPER, 1);
        ask(reads, PHONE, 1);
        leaveOneByOne(reads, SCRAPER, 2);
        assertThat(order).containsExactly(SCRAPER, PHONE, SCRAPER);
    }

    @Test
    void placesAreKeptForCallersWithinTheirShare() throws Exception {
        var reads = new Bulkhead(4, 2, 9);
        assertThat(reads.enter(SCRAPER, 1, AT_ONCE)).isEqualTo(Outcome.ENTERED);
        assertThat(reads.enter(SCRAPER, 1, AT_ONCE)).isEqualTo(Outcome.ENTERED);
        assertThat(reads.enter(SCRAPER, 1, AT_ONCE)).isEqualTo(Outcome.NODE_FULL);
        assertThat(reads.enter(PHONE, 1, AT_ONCE)).isEqualTo(Outcome.ENTERED);
        assertThat(reads.enter(PARTNER, 1, AT_ONCE)).isEqualTo(Outcome.ENTERED);
        assertThat(reads.enter("key editor", 1, AT_ONCE)).isEqualTo(Outcome.NODE_FULL);
    }

    @Test
    void refusedRequestDoesNotCountAgainstItsCaller() throws Exception {
        var reads = new Bulkhead(1, 0, 9);
        assertThat(reads.enter("key editor", 1, AT_ONCE)).isEqualTo(Outcome.ENTERED);
        assertThat(reads.enter(PHONE, 5, AT_ONCE)).isEqualTo(Outcome.NODE_FULL);
        ask(reads, PHONE, 1);
        ask(reads, SCRAPER, 1);
        leaveOneByOne(reads, "key editor", 2);
        assertThat(order).containsExactly(PHONE, SCRAPER);
    }

    @Test
    void whoeverWouldComeLastIsRefusedWhereTooManyWait() throws Exception {
        var reads = new Bulkhead(1, 0, 1);
        assertThat(reads.enter(SCRAPER, 1, AT_ONCE)).isEqualTo(Outcome.ENTERED);
        for (int i = 0; i < 1_000; i++) {
            ask(reads, SCRAPER, 1);
        }
        assertThat(reads.enter(SCRAPER, 1, LONG)).isEqualTo(Outcome.CALLER_FULL);
        ask(reads, PHONE, 1);
        assertThat(refused.take()).isEqualTo(SCRAPER);
        assertThat(reads.waiting()).isEqualTo(1_000);
        leaveOneByOne(reads, SCRAPER, 1);
        assertThat(order).containsExactly(PHONE);
    }

    private void ask(Bulkhead reads, String caller, int cost) {
        int before = reads.waiting();
        threads.execute(() -> {
            try {
                if (reads.enter(caller, cost, LONG) == Outcome.ENTERED) {
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
            reads.leave(holder);
            holder = admitted.take();
            order.add(holder);
        }
    }
}
