package dev.solecast.forecast.evaluation;

import dev.solecast.forecast.Baseline;
import java.util.List;

/** The summed errors of all methods; scores of several worlds can be added. */
final class Score {
    final Calibration evenSteps = new Calibration();
    final Calibration atLeads = new Calibration();
    final ReliabilityTable happens = new ReliabilityTable();
    private final double[][] errors = new double[Backtest.LEADS.size()][MethodComparison.METHODS];
    private final int[] n = new int[Backtest.LEADS.size()];

    static Score sum(List<Score> scores) {
        Score sum = new Score();
        for (Score score : scores) {
            sum.evenSteps.add(score.evenSteps);
            sum.atLeads.add(score.atLeads);
            sum.happens.add(score.happens);
            for (int i = 0; i < sum.n.length; i++) {
                sum.n[i] += score.n[i];
                for (int j = 0; j < MethodComparison.METHODS; j++) {
                    sum.errors[i][j] += score.errors[i][j];
                }
            }
        }
        return sum;
    }

    void add(int lead, double[] crps) {
        int i = Backtest.LEADS.indexOf(lead);
        n[i]++;
        for (int j = 0; j < crps.length; j++) {
            errors[i][j] += crps[j];
        }
    }

    int n(List<Integer> leads) {
        return leads.stream().mapToInt(lead -> n[Backtest.LEADS.indexOf(lead)]).sum();
    }

    /** The mean CRPS of one method, in days, over all these leads. */
    double mean(int method, List<Integer> leads) {
        double sum = 0;
        for (int lead : leads) {
            sum += errors[Backtest.LEADS.indexOf(lead)][method];
        }
        return sum / n(leads);
    }

    double forecast(List<Integer> leads) {
        return mean(0, leads);
    }

    double bestPlain(List<Integer> leads) {
        return best(1, leads);
    }

    double bestDressed(List<Integer> leads) {
        return best(1 + Baseline.values().length, leads);
    }

    double bestDressedByDistance(List<Integer> leads) {
        return best(1 + 2 * Baseline.values().length, leads);
    }

    private double best(int from, List<Integer> leads) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = from; i < from + Baseline.values().length; i++) {
            best = Math.min(best, mean(i, leads));
        }
        return best;
    }
}
