package dev.solecast.forecast;

import java.time.LocalDate;

/**
 * The forecast from all evidence before it is applied to a day: the form in which a forecast is stored. It holds until
 * evidence or track records change; {@link #on} derives the forecast for any day, exactly as if computed again.
 *
 * <p>A query can do the same. With {@code c} for {@code comes} and {@code F(d)} for the sum of the chances up to and
 * including day d (0 before {@code first}, 1 past the end), a release that has not come by day t comes from a to b with
 * the chance {@code c * (F(b) - F(max(a, t) - 1)) / (1 - c * F(t - 1))}; {@code happens} is the one from t
 * to t + 729.
 */
public final class DateDistribution {

    /** Sums are stored in billionths: finer than any figure derived from them, and half the size of a double. */
    private static final int BILLION = 1_000_000_000;

    private final double comes;
    private final LocalDate first;
    private final int[] sums;
    private final boolean dated;

    /** Restores a stored distribution from the values of the methods of the same names. */
    public DateDistribution(double comes, LocalDate first, int[] sums, boolean dated) {
        this.comes = comes;
        this.first = first;
        this.sums = sums.clone();
        this.dated = dated;
    }

    /**
     * Builds a distribution from computed chances.
     *
     * @param chances for each day from {@code first}, given that the release comes; they sum to 1
     */
    static DateDistribution of(double comes, LocalDate first, double[] chances, boolean dated) {
        int[] sums = new int[chances.length];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += chances[i];
            sums[i] = (int) Math.min(Math.round(sum * BILLION), BILLION);
        }
        return new DateDistribution(comes, first, sums, dated);
    }

    /** The chance that the release ever comes, as of {@link #first}; below 1. */
    public double comes() {
        return comes;
    }

    /** The day of the newest rumor, the first day of {@link #chances} and {@link #sums}. */
    public LocalDate first() {
        return first;
    }

    /** The chance of each day from {@link #first}, given that the release comes; they sum to 1. */
    public double[] chances() {
        double[] chances = new double[sums.length];
        int before = 0;
        for (int i = 0; i < chances.length; i++) {
            chances[i] = (sums[i] - before) / (double) BILLION;
            before = sums[i];
        }
        return chances;
    }

    /** Whether any rumor names a window; otherwise the days rest on the usual lag of such rumors. */
    public boolean dated() {
        return dated;
    }

    /** The forecast given that the release had not come before {@code today}. */
    public Forecast on(LocalDate today) {
        return Forecast.of(this, today);
    }

    /** The cumulative sums F in billionths, one for each day from {@link #first}, stored for queries. */
    public int[] sums() {
        return sums.clone();
    }
}
