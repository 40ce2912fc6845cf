package dev.solecast.drill;

import dev.solecast.bench.Service;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Observes the service during an attack: whether it says that it lives, its memory, and the processor time it takes. */
final class Vitals implements AutoCloseable {

    private static final int INTERVAL_MILLIS = 1_000;

    private final Service service;
    private final DatabaseProcess database;
    private final Duration cpuBefore;
    private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::observe);
    private volatile boolean stopped;
    private volatile long megabytes;
    private volatile int unhealthy;

    Vitals(Service service, DatabaseProcess database) {
        this.service = service;
        this.database = database;
        this.cpuBefore = cpu();
        thread.start();
    }

    private void observe() {
        while (!stopped) {
            if (!service.child().isAlive()) {
                unhealthy++;
                return;
            }
            megabytes = Math.max(megabytes, service.child().megabytes());
            if (!service.isLive()) {
                unhealthy++;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(INTERVAL_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** The processor time of the service and its database so far, in seconds. */
    double cpuSeconds() {
        return cpu().minus(cpuBefore).toMillis() / 1_000.0;
    }

    private Duration cpu() {
        return service.child().cpu().plus(database.cpu());
    }

    /** The largest resident memory so far, in mebibytes. */
    long megabytes() {
        return megabytes;
    }

    /** How often liveness was not green, or not told within its time. */
    int unhealthy() {
        return unhealthy;
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
