package dev.solecast.forecast.evaluation;

import dev.solecast.forecast.Baseline;
import dev.solecast.forecast.Baseline.Claim;
import dev.solecast.forecast.Forecast;
import dev.solecast.forecast.ForecastMethod;
import dev.solecast.forecast.Scoring;
import dev.solecast.forecast.evaluation.Backtest.Moment;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Compares the forecast with the baselines, plain and dressed, in worlds to which neither was fitted. */
final class MethodComparison {

    /** The number of methods: the forecast, the plain baselines, the dressed ones, the ones dressed by distance. */
    static final int METHODS = 1 + 3 * Baseline.values().length;

    private final List<DressedBaseline> dressed;

    MethodComparison(Family family, LongStream trainingSeeds) {
        List<Moment> training = trainingSeeds
                .boxed()
                .flatMap(seed -> Backtest.through(SimulatedWorld.drawn(family, seed)).stream())
                .toList();
        this.dressed = Stream.of(false, true)
                .flatMap(byDistance -> Arrays.stream(Baseline.values())
                        .map(baseline -> new DressedBaseline(baseline, byDistance, training)))
                .toList();
    }

    /** The score of all methods in one world. */
    Score in(SimulatedWorld world) {
        Score score = new Score();
        Random random = new Random(world.seed());
        for (Moment moment : Backtest.through(world)) {
            Forecast forecast =
                    Objects.requireNonNull(ForecastMethod.forecast(moment.rumors(), moment.records(), moment.today()));
            Integer released = moment.release().released();
            int outcome = released == null ? Scoring.NEVER : released - moment.day();
            double[] chances = forecast.chances();
            double pit = Scoring.pit(chances, outcome, random);
            if (moment.lead() == 0) {
                score.evenSteps.add(pit);
                score.happens.add(forecast.happens(), outcome < Scoring.HORIZON_DAYS);
            } else {
                score.atLeads.add(pit);
                score.add(moment.lead(), errors(moment, chances, outcome));
            }
        }
        return score;
    }

    private double[] errors(Moment moment, double[] forecast, int outcome) {
        double[] errors = new double[METHODS];
        errors[0] = Scoring.crps(forecast, outcome);
        for (Baseline baseline : Baseline.values()) {
            Claim claim = Objects.requireNonNull(baseline.claim(moment.rumors(), moment.records(), moment.today()));
            int claimed = claim.day() == null
                    ? Scoring.NEVER
                    : (int) Math.max(0, claim.day().toEpochDay() - moment.day());
            errors[1 + baseline.ordinal()] = Scoring.crps(claimed, outcome);
        }
        for (int i = 0; i < dressed.size(); i++) {
            errors[1 + Baseline.values().length + i] =
                    Scoring.crps(dressed.get(i).chances(moment), outcome);
        }
        return errors;
    }
}
