package dev.solecast.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How long answers took, from when their requests were due.
 *
 * @param sorted in nanoseconds; what never came took for ever
 */
record Latencies(long[] sorted) {

    /** What is noted for an answer that never came, or was a refusal. */
    static final long NEVER = TimeUnit.HOURS.toNanos(1);

    static Latencies of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    /** In milliseconds. */
    double percentile(double percent) {
        int at = (int) Math.ceil(percent / 100 * sorted.length) - 1;
        return sorted[Math.max(0, at)] / 1e6;
    }

    /** For people. */
    String words(double percent) {
        double millis = percentile(percent);
        return millis < NEVER / 1e6 ? String.format(Locale.ROOT, "%.1f ms", millis) : "no good answer";
    }

    double median() {
        return percentile(50);
    }
}
