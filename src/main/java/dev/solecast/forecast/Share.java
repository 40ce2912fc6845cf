package dev.solecast.forecast;

/**
 * How often something was so, with the interval that the true share lies in 95 times of 100 (Wilson 1927).
 *
 * @param n how many there were, at least 1
 */
public record Share(int hits, int n, double share, double from, double to) {

    /** The 97.5 % point of the normal distribution. */
    private static final double Z = 1.959964;

    public static Share of(int hits, int n) {
        return of(hits, n, n);
    }

    /**
     * The same where they came in groups, such as several forecasts of one release: the interval is as wide as if each
     * group had been counted once, which is wide enough even if all in a group were alike.
     */
    public static Share of(int hits, int n, int groups) {
        if (n < 1 || hits < 0 || hits > n || groups < 1 || groups > n) {
            throw new IllegalArgumentException("A share needs 0 <= hits <= n and n >= 1, not " + hits + " of " + n);
        }
        double share = (double) hits / n;
        double shrink = 1 + Z * Z / groups;
        double middle = (share + Z * Z / (2.0 * groups)) / shrink;
        double reach = Z / shrink * Math.sqrt(share * (1 - share) / groups + Z * Z / (4.0 * groups * groups));
        return new Share(hits, n, share, Math.max(0, middle - reach), Math.min(1, middle + reach));
    }
}
