package dev.solecast.release.accuracy;

import dev.solecast.forecast.Baseline;
import dev.solecast.forecast.Scoring;
import dev.solecast.release.Release;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The score of the forecast of one day.
 *
 * @param lead days before the outcome; null for one of the evenly spaced days
 * @param happens the chance to come within 730 days of the day
 * @param came whether it came within 730 days of the day
 * @param crps in days
 * @param pit the probability integral transform, between 0 and 1
 * @param confidence in the window that was shown; null if none was shown
 * @param inside whether the outcome was inside that window; null if none was shown
 * @param baselineErrors the errors in days of the baselines
 */
record ForecastScore(
        @Nullable Integer lead,
        LocalDate day,
        double happens,
        boolean came,
        double crps,
        double pit,
        @Nullable Double confidence,
        @Nullable Boolean inside,
        Map<Baseline, Double> baselineErrors) {

    /** The scores at each lead and on each evenly spaced day that had a forecast. */
    static List<ForecastScore> of(ScoringCase scoringCase) {
        var atLeads = ScoringCase.LEADS.stream()
                .flatMap(lead ->
                        of(scoringCase, lead, scoringCase.outcome().day().minusDays(lead)));
        var onEvenlySpacedDays = ScoringCase.evenlySpacedDays(scoringCase.rumors(), scoringCase.outcome()).stream()
                .flatMap(day -> of(scoringCase, null, day));
        return Stream.concat(atLeads, onEvenlySpacedDays).toList();
    }

    private static Stream<ForecastScore> of(ScoringCase scoringCase, @Nullable Integer lead, LocalDate day) {
        var snapshot = scoringCase.snapshotOn(day);
        var forecast = snapshot.forecast();
        if (forecast == null) {
            return Stream.empty();
        }
        var outcome = scoringCase.outcome();
        int daysAhead = outcome.daysFrom(day);
        var chances = forecast.chances();
        var shown = snapshot.date();
        return Stream.of(new ForecastScore(
                lead,
                day,
                Math.min(1, forecast.happens()),
                daysAhead < Scoring.HORIZON_DAYS,
                Scoring.crps(chances, daysAhead),
                Math.clamp(Scoring.pit(chances, daysAhead, randomFor(scoringCase.release(), day)), 0, 1),
                shown == null ? null : Double.valueOf(Math.min(1, forecast.confidence(shown))),
                shown == null ? null : Boolean.valueOf(outcome.released() && shown.contains(outcome.day())),
                outcome.baselineErrors(scoringCase.evidence(), scoringCase.recordsOn(day), day)));
    }

    /** Seeded by release and day, so that scoring again gives the same result on every instance. */
    private static SplittableRandom randomFor(Release release, LocalDate day) {
        return new SplittableRandom(31L * release.slug().hashCode() + day.toEpochDay());
    }
}
