package dev.solecast.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.http.request.Bulkhead.Outcome;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class BulkheadTest {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Bulkhead calendars = new Bulkhead(3, 2);

    @Test
    void callerWithAllOfItsPlacesIsRefusedWhileOthersEnter() throws Exception {
        assertThat(calendars.enter("203.0.113.7", AT_ONCE)).isEqualTo(Outcome.ENTERED);
        assertThat(calendars.enter("203.0.113.7", AT_ONCE)).isEqualTo(Outcome.ENTERED);
        assertThat(calendars.enter("203.0.113.7", AT_ONCE)).isEqualTo(Outcome.CALLER_FULL);
        assertThat(calendars.enter("203.0.113.8", AT_ONCE)).isEqualTo(Outcome.ENTERED);
        assertThat(calendars.enter("203.0.113.9", AT_ONCE)).isEqualTo(Outcome.NODE_FULL);
    }

    @Test
    void placeIsFreeAgainAfterItsUserHasLeft() throws Exception {
        for (int visit = 0; visit < 10; visit++) {
            assertThat(calendars.enter("key kicks-weekly", AT_ONCE)).isEqualTo(Outcome.ENTERED);
            calendars.leave("key kicks-weekly");
        }
        assertThat(calendars.callers()).isZero();
    }

    @Test
    void refusedCallerLeavesNothingBehind() throws Exception {
        var full = new Bulkhead(1, 1);
        assertThat(full.enter("203.0.113.7", AT_ONCE)).isEqualTo(Outcome.ENTERED);
        for (int i = 0; i < 5; i++) {
            assertThat(full.enter("203.0.113.7", AT_ONCE)).isEqualTo(Outcome.CALLER_FULL);
            assertThat(full.enter("203.0.113.8", AT_ONCE)).isEqualTo(Outcome.NODE_FULL);
        }
        assertThat(full.callers()).isOne();
        full.leave("203.0.113.7");
        assertThat(full.enter("203.0.113.8", AT_ONCE)).isEqualTo(Outcome.ENTERED);
    }

    @Test
    void waitingCallerGetsThePlaceThatBecomesFree() throws Exception {
        var single = new Bulkhead(1, 1);
        single.enter("203.0.113.7", AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var second = threads.submit(() -> single.enter("203.0.113.8", LONG));
            single.leave("203.0.113.7");
            assertThat(second.get()).isEqualTo(Outcome.ENTERED);
        }
    }

    @Test
    void interruptedCallerLeavesNothingBehind() throws Exception {
        var single = new Bulkhead(1, 1);
        single.enter("203.0.113.7", AT_ONCE);
        var interrupted = new CountDownLatch(1);
        var waiting = Thread.ofVirtual().start(() -> {
            try {
                single.enter("203.0.113.8", LONG);
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        waiting.interrupt();
        interrupted.await();
        waiting.join();
        single.leave("203.0.113.7");
        assertThat(single.callers()).isZero();
        assertThat(single.enter("203.0.113.8", AT_ONCE)).isEqualTo(Outcome.ENTERED);
    }
}
