package dev.solecast.forecast.evaluation;

import dev.solecast.forecast.Baseline;
import dev.solecast.forecast.Baseline.Claim;
import dev.solecast.forecast.Scoring;
import dev.solecast.forecast.evaluation.Backtest.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A baseline's claim widened by how far such claims were off in the training seeds, so that it is a distribution too.
 * Claims that rest on a window, guesses and cancellations have misses of their own, and, by distance, also claims that
 * lie so or so far ahead. It learns at the very leads at which it is then tested, which no rule could do in the world:
 * that makes it the harder to beat.
 */
final class Dressing {
    private static final int REACH = 1000;
    private static final int[] DAYS_AHEAD = {-30, 0, 8, 31, 91, Integer.MAX_VALUE};
    private static final int CALLED_OFF = 2 * DAYS_AHEAD.length;

    private final Baseline baseline;
    private final boolean byDistance;
    private final double[][] misses = new double[CALLED_OFF][2 * REACH + 1];
    /** The sums of the misses from each one on. */
    private final double[][] left = new double[CALLED_OFF][2 * REACH + 1];

    private final double[] never = new double[CALLED_OFF + 1];
    private final double[] all = new double[CALLED_OFF + 1];

    Dressing(Baseline baseline, boolean byDistance, List<Moment> training) {
        this.baseline = baseline;
        this.byDistance = byDistance;
        for (Moment moment : training) {
            Claim claim = claim(moment);
            if (moment.lead() == 0 || claim == null) {
                continue;
            }
            int sort = sort(claim, moment);
            Integer released = moment.story().released();
            all[sort]++;
            if (released == null) {
                never[sort]++;
            } else if (claim.day() != null) {
                int miss = released - (int) claim.day().toEpochDay();
                for (int near = -2; near <= 2; near++) {
                    misses[sort][Math.clamp(miss + near, -REACH, REACH) + REACH] += 0.2;
                }
            }
        }
        for (int sort = 0; sort < left.length; sort++) {
            double sum = 0;
            for (int i = 2 * REACH; i >= 0; i--) {
                sum += misses[sort][i];
                left[sort][i] = sum;
            }
        }
    }

    double[] chances(Moment moment) {
        Claim claim = claim(moment);
        double[] chances = new double[Scoring.HORIZON_DAYS];
        if (claim == null || claim.day() == null) {
            double comes = 1 - (never[CALLED_OFF] + 1) / (all[CALLED_OFF] + 2);
            for (int day = 0; day < chances.length; day++) {
                chances[day] = comes / chances.length;
            }
            return chances;
        }
        int sort = sort(claim, moment);
        int claimed = (int) (claim.day().toEpochDay() - moment.day());
        double sum = never[sort] + left[sort][Math.clamp(-claimed, -REACH, REACH) + REACH];
        for (int day = 0; day < chances.length; day++) {
            int miss = day - claimed;
            chances[day] = Math.abs(miss) <= REACH && sum > 0 ? misses[sort][miss + REACH] / sum : 0;
        }
        return chances;
    }

    private @Nullable Claim claim(Moment moment) {
        return baseline.claim(moment.rumors(), moment.records(), moment.today());
    }

    private int sort(Claim claim, Moment moment) {
        if (claim.day() == null) {
            return CALLED_OFF;
        }
        long ahead = claim.day().toEpochDay() - moment.day();
        int bin = 0;
        while (byDistance && ahead >= DAYS_AHEAD[bin]) {
            bin++;
        }
        return claim.guessed() ? DAYS_AHEAD.length + bin : bin;
    }
}
