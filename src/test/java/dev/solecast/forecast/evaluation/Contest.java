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

/** The forecast against the baselines, plain and dressed, in worlds that neither was fitted to. */
final class Contest {

    /** The forecast, the plain baselines, the dressed ones, those dressed by distance. */
    static final int CONTENDERS = 1 + 3 * Baseline.values().length;

    private final List<Dressing> dressings;

    Contest(Family family, LongStream trainingSeeds) {
        List<Moment> training = trainingSeeds
                .boxed()
                .flatMap(seed -> Backtest.through(World.drawn(family, seed)).stream())
                .toList();
        this.dressings = Stream.of(false, true)
                .flatMap(byDistance ->
                        Arrays.stream(Baseline.values()).map(baseline -> new Dressing(baseline, byDistance, training)))
                .toList();
    }

    /** One score for each world. */
    Score in(World world) {
        Score score = new Score();
        Random chance = new Random(world.seed());
        for (Moment moment : Backtest.through(world)) {
            Forecast forecast =
                    Objects.requireNonNull(ForecastMethod.forecast(moment.rumors(), moment.records(), moment.today()));
            Integer released = moment.story().released();
            int outcome = released == null ? Scoring.NEVER : released - moment.day();
            double[] chances = forecast.chances();
            double pit = Scoring.pit(chances, outcome, chance);
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
        double[] errors = new double[CONTENDERS];
        errors[0] = Scoring.crps(forecast, outcome);
        for (Baseline baseline : Baseline.values()) {
            Claim claim = Objects.requireNonNull(baseline.claim(moment.rumors(), moment.records(), moment.today()));
            int claimed = claim.day() == null
                    ? Scoring.NEVER
                    : (int) Math.max(0, claim.day().toEpochDay() - moment.day());
            errors[1 + baseline.ordinal()] = Scoring.crps(claimed, outcome);
        }
        for (int i = 0; i < dressings.size(); i++) {
            errors[1 + Baseline.values().length + i] =
                    Scoring.crps(dressings.get(i).chances(moment), outcome);
        }
        return errors;
    }
}
