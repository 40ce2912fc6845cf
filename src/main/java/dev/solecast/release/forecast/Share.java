package dev.solecast.release.forecast;

/**
 * How often something was so, with the interval that the true share lies in 95 times of 100 (Wilson 1927).
 *
 * @param n how many there were, at least 1
 */
public record Share(int hits, int n, double share, double from, double to) {

    /** The 97.5 % point of the normal distribution. */
    private static final double Z = 1.959964;

    public static Share of(int hits, int n) {
        if (n < 1 || hits < 0 || hits > n) {
            throw new IllegalArgumentException("A share needs 0 <= hits <= n and n >= 1, not " + hits + " of " + n);
        }
        double share = (double) hits / n;
        double shrink = 1 + Z * Z / n;
        double middle = (share + Z * Z / (2.0 * n)) / shrink;
        double reach = Z / shrink * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n));
        return new Share(hits, n, share, Math.max(0, middle - reach), Math.min(1, middle + reach));
    }
}
