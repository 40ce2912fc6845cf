package dev.solecast.forecast;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The median of a source's slips, in days, with the interval between order statistics that holds the true median at
 * least 95 times of 100. Below six slips there is no such interval, and it is null.
 */
public record MedianSlip(
        int n, double days, @Nullable Long from, @Nullable Long to) {

    private static final double TAIL = 0.025;

    /** Computes the median of at least one slip. */
    public static MedianSlip of(Collection<Long> slips) {
        if (slips.isEmpty()) {
            throw new IllegalArgumentException("No slip has no median.");
        }
        long[] sorted = slips.stream().mapToLong(Long::longValue).sorted().toArray();
        int n = sorted.length;
        double days = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2.0;
        int outside = outside(n);
        return outside == 0
                ? new MedianSlip(n, days, null, null)
                : new MedianSlip(n, days, sorted[outside - 1], sorted[n - outside]);
    }

    /** The slips to leave out on each side: the binomial chance of so few on one side stays below the tail. */
    private static int outside(int n) {
        double chance = Math.pow(0.5, n);
        double sum = chance;
        int k = 0;
        while (sum <= TAIL) {
            chance *= (double) (n - k) / (k + 1);
            sum += chance;
            k++;
        }
        return k;
    }
}
