package dev.solecast.outbound;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
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
    /** The most lookups that run for one caller; more wait for them. */
    static final int MOST_EACH = 4;

    private static final long IDLE_SECONDS = 30;

    /** A caller some of whose lookups wait or run. */
    private static final class Caller {
        private final Semaphore slots = new Semaphore(MOST_EACH, true);
        private int users;
        private int abandoned;
    }

    private final class Lookup extends FutureTask<List<InetAddress>> {
        private final Caller caller;
        private boolean begun;
        private boolean abandoned;

        Lookup(String host, Caller caller) {
            super(() -> resolver.resolve(host));
            this.caller = caller;
        }
    }

    private final HostResolver resolver;
    private final Map<String, Caller> callers = new HashMap<>();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("lookup-", 1).factory());

    /** The lookups that run although nobody waits for them. */
    private int abandoned;

    HostLookups(HostResolver resolver) {
        this.resolver = resolver;
        threads.allowCoreThreadTimeOut(true);
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
        long deadline = System.nanoTime() + patience.toNanos();
        var own = enter(caller);
        boolean begins = false;
        try {
            begins = own.slots.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            if (!begins) {
                leave(caller, own);
            }
        }
        if (!begins) {
            throw UnreachableDestination.notLookedUp();
        }
        var lookup = new Lookup(host, own);
        threads.execute(() -> run(lookup, caller));
        try {
            return lookup.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw abandon(lookup)
                    ? new UnreachableDestination("names a host that was not found in time: " + host + ".")
                    : UnreachableDestination.notLookedUp();
        } catch (InterruptedException e) {
            abandon(lookup);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException) {
                throw new UnreachableDestination("names a host that is not to be found: " + host + ".");
            }
            throw new IllegalStateException("A lookup failed", e.getCause());
        }
    }

    /** Refuses at once if all lookups that may run are abandoned ones, because waiting for them is in vain. */
    private synchronized Caller enter(String name) throws UnreachableDestination {
        var known = callers.get(name);
        if (abandoned == THREADS || (known != null && known.abandoned == MOST_EACH)) {
            throw UnreachableDestination.notLookedUp();
        }
        var caller = callers.computeIfAbsent(name, unknown -> new Caller());
        caller.users++;
        return caller;
    }

    private synchronized void leave(String name, Caller caller) {
        caller.users--;
        if (caller.users == 0) {
            callers.remove(name);
        }
    }

    private void run(Lookup lookup, String caller) {
        synchronized (this) {
            lookup.begun = true;
        }
        lookup.run();
        synchronized (this) {
            if (lookup.abandoned) {
                lookup.caller.abandoned--;
                abandoned--;
            }
        }
        lookup.caller.slots.release();
        leave(caller, lookup.caller);
    }

    /** Gives a lookup up; false if it has not even begun, and never will. */
    private synchronized boolean abandon(Lookup lookup) {
        if (lookup.begun && !lookup.isDone()) {
            lookup.abandoned = true;
            lookup.caller.abandoned++;
            abandoned++;
        } else {
            lookup.cancel(false);
        }
        return lookup.begun;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
