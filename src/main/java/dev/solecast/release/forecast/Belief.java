package dev.solecast.release.forecast;

import java.time.LocalDate;

/**
 * What the evidence says, whatever the day: the form in which a forecast is stored. It holds until evidence or records
 * change, and {@link #on} makes of it the forecast for any day, exactly as if it had been computed anew.
 *
 * <p>A query can do the same. With {@code c} for {@code comes} and {@code F(d)} for the sum of the chances up to and
 * including day d (0 before {@code first}, 1 past the end), a release that has not come by day t comes from a to b with
 * the chance {@code c * (F(b) - F(max(a, t) - 1)) / (1 - c * F(t - 1))}; {@code happens} is that from t to t + 729.
 */
public final class Belief {
    private final double comes;
    private final LocalDate first;
    private final double[] chances;
    private final boolean dated;

    /** From what was stored: the values of the methods of the same names. */
    public Belief(double comes, LocalDate first, double[] chances, boolean dated) {
        this.comes = comes;
        this.first = first;
        this.chances = chances.clone();
        this.dated = dated;
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
        return chances.clone();
    }

    /** Whether any rumor names a window; otherwise all rests on how long such rumors usually wait. */
    public boolean dated() {
        return dated;
    }

    /** What it says to one who knows that the release had not come before {@code today}. */
    public Forecast on(LocalDate today) {
        return Forecast.of(this, today);
    }

    /** The sums F, one for each day from {@link #first}, to be stored for queries. */
    public double[] cumulative() {
        double[] sums = chances.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }
}
