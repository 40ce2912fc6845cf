package dev.solecast.forecast;

/**
 * A relative frequency with its 95 % confidence interval (Wilson 1927).
 *
 * @param n the number of cases, at least 1
 */
public record Share(int hits, int n, double share, double from, double to) {

    /** The 97.5 % quantile of the normal distribution. */
    private static final double Z = 1.959964;

    public static Share of(int hits, int n) {
        return of(hits, n, n);
    }

    /**
     * The same for cases that come in groups, such as several forecasts of one release: the interval is as wide as if
     * each group had been counted once, which is wide enough even if all cases of a group were alike.
     */
    public static Share of(int hits, int n, int groups) {
        if (n < 1 || hits < 0 || hits > n || groups < 1 || groups > n) {
            throw new IllegalArgumentException("A share needs 0 <= hits <= n and n >= 1, not " + hits + " of " + n);
        }
        double share = (double) hits / n;
        double shrink = 1 + Z * Z / groups;
        double middle = (share + Z * Z / (2.0 * groups)) / shrink;
        double margin = Z / shrink * Math.sqrt(share * (1 - share) / groups + Z * Z / (4.0 * groups * groups));
        return new Share(hits, n, share, Math.max(0, middle - margin), Math.min(1, middle + margin));
    }
}
