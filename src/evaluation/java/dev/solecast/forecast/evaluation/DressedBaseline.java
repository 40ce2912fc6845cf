package dev.solecast.forecast.evaluation;

import dev.solecast.forecast.Baseline;
import dev.solecast.forecast.Baseline.Claim;
import dev.solecast.forecast.Scoring;
import dev.solecast.forecast.evaluation.Backtest.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A baseline's claim, widened to a distribution by the misses of such claims in the training seeds. Claims from
 * windows, guesses and cancellations have separate misses; by distance, so have claims that lie differently far ahead.
 * It learns at the same leads at which it is tested, which no rule could do in reality and which makes it harder to beat.
 */
final class DressedBaseline {
    private static final int MAX_MISS_DAYS = 1000;
    private static final int[] DAYS_AHEAD = {-30, 0, 8, 31, 91, Integer.MAX_VALUE};
    private static final int CANCELLED = 2 * DAYS_AHEAD.length;

    private final Baseline baseline;
    private final boolean byDistance;
    private final double[][] misses = new double[CANCELLED][2 * MAX_MISS_DAYS + 1];
    /** For each miss, the sum of the misses from it on. */
    private final double[][] tails = new double[CANCELLED][2 * MAX_MISS_DAYS + 1];

    private final double[] neverCame = new double[CANCELLED + 1];
    private final double[] counts = new double[CANCELLED + 1];

    DressedBaseline(Baseline baseline, boolean byDistance, List<Moment> training) {
        this.baseline = baseline;
        this.byDistance = byDistance;
        for (Moment moment : training) {
            Claim claim = claim(moment);
            if (moment.lead() == 0 || claim == null) {
                continue;
            }
            int group = group(claim, moment);
            Integer released = moment.release().released();
            counts[group]++;
            if (released == null) {
                neverCame[group]++;
            } else if (claim.day() != null) {
                int miss = released - (int) claim.day().toEpochDay();
                for (int offset = -2; offset <= 2; offset++) {
                    misses[group][Math.clamp(miss + offset, -MAX_MISS_DAYS, MAX_MISS_DAYS) + MAX_MISS_DAYS] += 0.2;
                }
            }
        }
        for (int group = 0; group < tails.length; group++) {
            double sum = 0;
            for (int i = 2 * MAX_MISS_DAYS; i >= 0; i--) {
                sum += misses[group][i];
                tails[group][i] = sum;
            }
        }
    }

    double[] chances(Moment moment) {
        Claim claim = claim(moment);
        double[] chances = new double[Scoring.HORIZON_DAYS];
        if (claim == null || claim.day() == null) {
            double comes = 1 - (neverCame[CANCELLED] + 1) / (counts[CANCELLED] + 2);
            for (int day = 0; day < chances.length; day++) {
                chances[day] = comes / chances.length;
            }
            return chances;
        }
        int group = group(claim, moment);
        int claimed = (int) (claim.day().toEpochDay() - moment.day());
        double sum =
                neverCame[group] + tails[group][Math.clamp(-claimed, -MAX_MISS_DAYS, MAX_MISS_DAYS) + MAX_MISS_DAYS];
        for (int day = 0; day < chances.length; day++) {
            int miss = day - claimed;
            chances[day] = Math.abs(miss) <= MAX_MISS_DAYS && sum > 0 ? misses[group][miss + MAX_MISS_DAYS] / sum : 0;
        }
        return chances;
    }

    private @Nullable Claim claim(Moment moment) {
        return baseline.claim(moment.rumors(), moment.records(), moment.today());
    }

    private int group(Claim claim, Moment moment) {
        if (claim.day() == null) {
            return CANCELLED;
        }
        long ahead = claim.day().toEpochDay() - moment.day();
        int bin = 0;
        while (byDistance && ahead >= DAYS_AHEAD[bin]) {
            bin++;
        }
        return claim.guessed() ? DAYS_AHEAD.length + bin : bin;
    }
}
