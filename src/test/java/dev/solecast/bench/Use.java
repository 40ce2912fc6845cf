package dev.solecast.bench;

import java.time.Duration;

/**
 * What the service used of the machine.
 *
 * @param cores of its processors on average
 * @param megabytes of its memory at the end
 */
record Use(double cores, long megabytes) {

    /** Measures while something else is done. */
    static final class Meter {
        private final Child child;
        private final Duration cpu;
        private final long begin = System.nanoTime();

        Meter(Child child) {
            this.child = child;
            this.cpu = child.cpu();
        }

        Use read() {
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Use(child.cpu().minus(cpu).toMillis() / 1000.0 / seconds, child.megabytes());
        }
    }
}
