package dev.solecast.forecast;

import java.util.random.RandomGenerator;

/** Scores of a distribution over the days to come. Days are counted from the day of the forecast, which is day 0. */
public final class Scoring {

    /** The horizon of a score, the same as that of {@code happens}. */
    public static final int HORIZON_DAYS = 730;

    /** The outcome of a release that never came: a day beyond every horizon. */
    public static final int NEVER = Integer.MAX_VALUE;

    private Scoring() {}

    /**
     * The continuous ranked probability score (Matheson and Winkler 1976), in days, 0 at best: the sum over the horizon
     * of {@code (F(d) - 1{outcome <= d})^2}, F being the sum of the chances up to d. For a claim of one day it is the
     * error.
     *
     * @param outcome the day on which it came, or {@link #NEVER}
     */
    public static double crps(double[] chances, int outcome) {
        double sum = 0;
        double score = 0;
        for (int day = 0; day < HORIZON_DAYS; day++) {
            sum += day < chances.length ? chances[day] : 0;
            double miss = outcome <= day ? 1 - sum : sum;
            score += miss * miss;
        }
        return score;
    }

    /** The same for a claim of one day. */
    public static double crps(int claimed, int outcome) {
        return Math.abs((double) Math.min(claimed, HORIZON_DAYS) - Math.min(outcome, HORIZON_DAYS));
    }

    /** The squared error of a chance (Brier 1950), 0 at best, 1 at worst. */
    public static double brier(double chance, boolean happened) {
        double miss = chance - (happened ? 1 : 0);
        return miss * miss;
    }

    /**
     * The probability integral transform: uniform between 0 and 1 for calibrated forecasts. Each day, and "never", has
     * a mass of its own, so the value is drawn from the interval of F that the outcome covers; F itself would pile up.
     */
    public static double pit(double[] chances, int outcome, RandomGenerator random) {
        double below = 0;
        double at = 1;
        for (int day = 0; day < Math.min(HORIZON_DAYS, chances.length) && day <= outcome; day++) {
            if (day == outcome) {
                at = chances[day];
            } else {
                below += chances[day];
            }
        }
        return outcome < chances.length ? below + at * random.nextDouble() : below + (1 - below) * random.nextDouble();
    }
}
