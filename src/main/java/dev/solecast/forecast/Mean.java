package dev.solecast.forecast;

import org.jspecify.annotations.Nullable;

/**
 * A mean, or a ratio of means, with the interval that holds the true one 95 times of 100 (Student 1908). Below six it
 * would say nothing, and is null.
 *
 * @param n how many there were, at least 1; they are taken to be independent
 */
public record Mean(
        long n,
        double value,
        @Nullable Double from,
        @Nullable Double to) {

    private static final int FEW = 6;
    private static final double Z = 1.959964;

    /** Of values of which only these sums are known. */
    public static Mean of(long n, double sum, double sumOfSquares) {
        double mean = sum / n;
        return around(n, mean, sumOfSquares - n * mean * mean, 1);
    }

    /**
     * How much smaller one error is than another on the same occasions: {@code 1 - mean(x) / mean(y)}, 1 at best, 0 if
     * it is no better; its interval by linearisation. Null if the other never erred.
     */
    public static @Nullable Mean skill(long n, double x, double y, double xx, double xy, double yy) {
        if (y <= 0) {
            return null;
        }
        double ratio = x / y;
        return around(n, 1 - ratio, xx - 2 * ratio * xy + ratio * ratio * yy, y / n);
    }

    private static Mean around(long n, double value, double squaredMisses, double unit) {
        if (n < FEW) {
            return new Mean(n, value, null, null);
        }
        double reach = student((double) n - 1) * Math.sqrt(Math.max(0, squaredMisses) / (n - 1) / n) / unit;
        return new Mean(n, value, value - reach, value + reach);
    }

    /** The 97.5 % point of Student's distribution, from that of the normal one (Cornish and Fisher 1937). */
    private static double student(double freedom) {
        double z3 = Z * Z * Z;
        double z5 = z3 * Z * Z;
        return Z
                + (z3 + Z) / (4 * freedom)
                + (5 * z5 + 16 * z3 + 3 * Z) / (96 * freedom * freedom)
                + (3 * z5 * Z * Z + 19 * z5 + 17 * z3 - 15 * Z) / (384 * freedom * freedom * freedom);
    }
}
