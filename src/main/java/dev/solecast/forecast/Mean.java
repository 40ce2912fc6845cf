package dev.solecast.forecast;

import org.jspecify.annotations.Nullable;

/**
 * A mean, or a ratio of means, with its 95 % confidence interval (Student 1908). Below six values the interval would
 * say nothing, and is null.
 *
 * @param n the number of values, at least 1; they are taken to be independent
 */
public record Mean(
        long n,
        double value,
        @Nullable Double from,
        @Nullable Double to) {

    private static final int MIN_VALUES = 6;
    private static final double Z = 1.959964;

    /** Computes the mean of values of which only these sums are known. */
    public static Mean of(long n, double sum, double sumOfSquares) {
        double mean = sum / n;
        return around(n, mean, sumOfSquares - n * mean * mean, 1);
    }

    /**
     * Computes how much smaller one error is than another on the same occasions: {@code 1 - mean(x) / mean(y)}, 1 at
     * best, 0 if it is no better; its interval by linearization. Null if the other error is always 0.
     *
     * @param x the sum of the one error, {@code xx} that of its squares
     * @param y the sum of the other error, {@code yy} that of its squares
     * @param xy the sum of the products of both
     */
    public static @Nullable Mean skill(long n, double x, double y, double xx, double xy, double yy) {
        if (y <= 0) {
            return null;
        }
        double ratio = x / y;
        return around(n, 1 - ratio, xx - 2 * ratio * xy + ratio * ratio * yy, y / n);
    }

    private static Mean around(long n, double value, double squaredDeviations, double unit) {
        if (n < MIN_VALUES) {
            return new Mean(n, value, null, null);
        }
        double margin = student((double) n - 1) * Math.sqrt(Math.max(0, squaredDeviations) / (n - 1) / n) / unit;
        return new Mean(n, value, value - margin, value + margin);
    }

    /** The 97.5 % quantile of Student's t distribution, from that of the normal one (Cornish and Fisher 1937). */
    private static double student(double degreesOfFreedom) {
        double z3 = Z * Z * Z;
        double z5 = z3 * Z * Z;
        return Z
                + (z3 + Z) / (4 * degreesOfFreedom)
                + (5 * z5 + 16 * z3 + 3 * Z) / (96 * degreesOfFreedom * degreesOfFreedom)
                + (3 * z5 * Z * Z + 19 * z5 + 17 * z3 - 15 * Z)
                        / (384 * degreesOfFreedom * degreesOfFreedom * degreesOfFreedom);
    }
}
