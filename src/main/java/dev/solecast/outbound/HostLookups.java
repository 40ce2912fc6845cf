package dev.solecast.outbound;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks up hosts on a few threads of their own. The system's lookup cannot be interrupted, so that one may go on long
 * after its caller has given up; until it ends it counts for its caller, who can thus not occupy all threads.
 */
@Singleton
class HostLookups {

    static final int THREADS = 16;
    /** The most lookups that may run for one caller. */
    static final int MOST_EACH = 4;

    private static final long IDLE_SECONDS = 30;

    private final HostResolver resolver;
    private final ConcurrentMap<String, Integer> running = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("lookup-", 1).factory());

    HostLookups(HostResolver resolver) {
        this.resolver = resolver;
    }

    /**
     * Looks up all addresses of a host.
     *
     * @param caller whom the lookup counts for
     * @param patience the longest wait
     * @throws UnreachableDestination if there is no such host, it was not found in time, or all threads are occupied
     */
    List<InetAddress> resolve(String host, String caller, Duration patience)
            throws UnreachableDestination, InterruptedException {
        var lookup = new FutureTask<>(() -> resolver.resolve(host));
        start(lookup, caller);
        try {
            return lookup.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new UnreachableDestination("names a host that was not found in time: " + host + ".");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException) {
                throw new UnreachableDestination("names a host that is not to be found: " + host + ".");
            }
            throw new IllegalStateException("A lookup failed", e.getCause());
        }
    }

    private void start(FutureTask<?> lookup, String caller) throws UnreachableDestination {
        if (running.merge(caller, 1, Integer::sum) > MOST_EACH) {
            leave(caller);
            throw UnreachableDestination.notLookedUp();
        }
        try {
            threads.execute(() -> {
                try {
                    lookup.run();
                } finally {
                    leave(caller);
                }
            });
        } catch (RejectedExecutionException e) {
            leave(caller);
            throw UnreachableDestination.notLookedUp();
        }
    }

    private void leave(String caller) {
        running.computeIfPresent(caller, (name, count) -> count == 1 ? null : count - 1);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
