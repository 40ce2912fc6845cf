package dev.solecast.release.forecast.evaluation;

import dev.solecast.release.forecast.Baseline;
import dev.solecast.release.forecast.Baseline.Claim;
import dev.solecast.release.forecast.Scoring;
import dev.solecast.release.forecast.evaluation.Backtest.Moment;
import java.util.List;

/**
 * A baseline's claim widened by how far such claims were off in the training seeds, so that it is a distribution too.
 * Claims that rest on a window, guesses and cancellations each have misses of their own.
 */
final class Dressing {
    private static final int REACH = 1000;

    private final Baseline baseline;
    private final double[][] misses = new double[2][2 * REACH + 1];
    private final double[] never = new double[3];
    private final double[] all = new double[3];

    Dressing(Baseline baseline, List<Moment> training) {
        this.baseline = baseline;
        for (Moment moment : training) {
            Claim claim = baseline.claim(moment.rumors(), moment.records(), moment.today());
            if (moment.lead() == 0 || claim == null) {
                continue;
            }
            int sort = sort(claim);
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
    }

    double[] chances(Moment moment) {
        Claim claim = baseline.claim(moment.rumors(), moment.records(), moment.today());
        double[] chances = new double[Scoring.HORIZON_DAYS];
        if (claim == null || claim.day() == null) {
            double comes = 1 - (never[2] + 1) / (all[2] + 2);
            for (int day = 0; day < chances.length; day++) {
                chances[day] = comes / chances.length;
            }
            return chances;
        }
        int sort = sort(claim);
        int claimed = (int) (claim.day().toEpochDay() - moment.day());
        double sum = never[sort];
        for (int miss = -REACH; miss <= REACH; miss++) {
            if (claimed + miss >= 0) {
                sum += misses[sort][miss + REACH];
            }
        }
        for (int day = 0; day < chances.length; day++) {
            int miss = day - claimed;
            chances[day] = Math.abs(miss) <= REACH && sum > 0 ? misses[sort][miss + REACH] / sum : 0;
        }
        return chances;
    }

    private static int sort(Claim claim) {
        return claim.day() == null ? 2 : claim.guessed() ? 1 : 0;
    }
}
