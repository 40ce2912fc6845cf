package dev.solecast.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The times of responses, from the moment their requests were due.
 *
 * @param sorted in nanoseconds; {@link #NEVER} for a response that did not come
 */
public record Latencies(long[] sorted) {

    /** The time recorded for a response that never came or was an error. */
    public static final long NEVER = TimeUnit.HOURS.toNanos(1);

    /** Sorts times in nanoseconds. */
    public static Latencies of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    /** A percentile in milliseconds. */
    public double percentile(double percent) {
        int at = (int) Math.ceil(percent / 100 * sorted.length) - 1;
        return sorted[Math.max(0, at)] / 1e6;
    }

    /** A percentile as a text for people. */
    public String words(double percent) {
        double millis = percentile(percent);
        return millis < NEVER / 1e6 ? String.format(Locale.ROOT, "%.1f ms", millis) : "no good answer";
    }

    double median() {
        return percentile(50);
    }
}
