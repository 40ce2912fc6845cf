package dev.solecast.bench;

import java.time.Duration;

/**
 * The resources that the service used.
 *
 * @param cores the average number of busy processor cores
 * @param megabytes the resident memory at the end, in mebibytes
 */
record ResourceUse(double cores, long megabytes) {

    /** Measures from its creation until it is read. */
    static final class Meter {
        private final ChildProcess child;
        private final Duration cpu;
        private final long startNanos = System.nanoTime();

        Meter(ChildProcess child) {
            this.child = child;
            this.cpu = child.cpu();
        }

        ResourceUse read() {
            double seconds = (System.nanoTime() - startNanos) / 1e9;
            return new ResourceUse(child.cpu().minus(cpu).toMillis() / 1000.0 / seconds, child.megabytes());
        }
    }
}
