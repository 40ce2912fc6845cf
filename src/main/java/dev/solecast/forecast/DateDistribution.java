package dev.solecast.forecast;

import java.time.LocalDate;

/**
 * What the evidence says, whatever the day: the form in which a forecast is stored. It holds until evidence or records
 * change, and {@link #on} makes of it the forecast for any day, exactly as if it had been computed anew.
 *
 * <p>A query can do the same. With {@code c} for {@code comes} and {@code F(d)} for the sum of the chances up to and
 * including day d (0 before {@code first}, 1 past the end), a release that has not come by day t comes from a to b with
 * the chance {@code c * (F(b) - F(max(a, t) - 1)) / (1 - c * F(t - 1))}; {@code happens} is that from t to t + 729.
 */
public final class DateDistribution {

    /** The sums are kept in billionths, which is finer than anything told of them, and half the size of a double. */
    private static final int BILLION = 1_000_000_000;

    private final double comes;
    private final LocalDate first;
    private final int[] sums;
    private final boolean dated;

    /** From what was stored: the values of the methods of the same names. */
    public DateDistribution(double comes, LocalDate first, int[] sums, boolean dated) {
        this.comes = comes;
        this.first = first;
        this.sums = sums.clone();
        this.dated = dated;
    }

    /**
     * What was found out.
     *
     * @param chances for each day from {@code first}, should it come; they sum to 1
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

    /** The day of the newest rumor, from which on the days count. */
    public LocalDate first() {
        return first;
    }

    /** For each day from {@link #first}, should it come; they sum to 1. */
    public double[] chances() {
        double[] chances = new double[sums.length];
        int before = 0;
        for (int i = 0; i < chances.length; i++) {
            chances[i] = (sums[i] - before) / (double) BILLION;
            before = sums[i];
        }
        return chances;
    }

    /** Whether any rumor names a window; otherwise all rests on how long such rumors usually wait. */
    public boolean dated() {
        return dated;
    }

    /** What it says to one who knows that the release had not come before {@code today}. */
    public Forecast on(LocalDate today) {
        return Forecast.of(this, today);
    }

    /** The sums F in billionths, one for each day from {@link #first}, to be stored for queries. */
    public int[] sums() {
        return sums.clone();
    }
}
