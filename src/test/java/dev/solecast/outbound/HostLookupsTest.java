package dev.solecast.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lookups whose name servers say nothing. */
class HostLookupsTest {

    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final CountDownLatch nameServersAnswer = new CountDownLatch(1);
    private final HostLookups lookups = new HostLookups(new HostResolver() {
        @Override
        List<InetAddress> resolve(String host) throws UnknownHostException {
            if (host.startsWith("silent")) {
                try {
                    nameServersAnswer.await();
                } catch (InterruptedException e) {
                    throw new UnknownHostException(host);
                }
            }
            return List.of(InetAddress.getByName("1.1.1.1"));
        }
    });

    @AfterEach
    void stop() {
        lookups.stop();
    }

    @Test
    void silentNameServerIsNotWaitedFor() {
        var refusal = refusal("silent.example", "boutique", SHORT);
        assertThat(refusal).hasMessageContaining("not found in time: silent.example");
        assertThat(refusal.isPassing()).isFalse();
    }

    @Test
    void oneCallerNeverOccupiesAllThreads() throws Exception {
        abandon(HostLookups.MOST_EACH);
        assertThat(refusal("partner.example", "boutique-0", LONG).isPassing()).isTrue();
        assertThat(lookups.resolve("partner.example", "another-boutique", LONG)).hasSize(1);
    }

    @Test
    void whenAllThreadsAreOccupiedTheNextIsRefusedAtOnce() {
        abandon(HostLookups.THREADS);
        assertThat(refusal("partner.example", "another-boutique", LONG).isPassing())
                .isTrue();
    }

    @Test
    void manyQuickLookupsOfOneCallerWaitForEachOther() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var found = new ArrayList<Future<List<InetAddress>>>();
            for (var i = 0; i < 200; i++) {
                var caller = "boutique-" + i % 2;
                found.add(threads.submit(() -> lookups.resolve("partner.example", caller, LONG)));
            }
            for (var lookup : found) {
                assertThat(lookup.get()).hasSize(1);
            }
        }
    }

    @Test
    void threadsAreUsedAgainOnceTheNameServerHasAnswered() throws Exception {
        abandon(HostLookups.MOST_EACH);
        nameServersAnswer.countDown();
        for (var tries = 0; tries < 400; tries++) {
            try {
                assertThat(lookups.resolve("partner.example", "boutique-0", LONG))
                        .hasSize(1);
                return;
            } catch (UnreachableDestination e) {
                Thread.sleep(5);
            }
        }
        throw new AssertionError("the threads are still occupied");
    }

    /** Begins so many lookups that do not end, four for each caller, and waits until their callers have given up. */
    private void abandon(int count) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < count; i++) {
                var caller = "boutique-" + i / HostLookups.MOST_EACH;
                threads.execute(() -> refusal("silent.example", caller, SHORT));
            }
        }
    }

    private UnreachableDestination refusal(String host, String caller, Duration patience) {
        return catchThrowableOfType(UnreachableDestination.class, () -> lookups.resolve(host, caller, patience));
    }
}
