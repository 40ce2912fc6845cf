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
 * How the forecast of one day did.
 *
 * @param lead days before the outcome; null for one of the even days
 * @param came within 730 days of the day
 * @param confidence null if no window was shown, and so is {@code inside}
 * @param rules the errors of the simple ones
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
        Map<Baseline, Double> rules) {

    /** At each lead and on each even day on which there was a forecast. */
    static List<ForecastScore> of(ScoringCase hearing) {
        var atLeads = ScoringCase.LEADS.stream()
                .flatMap(lead -> of(hearing, lead, hearing.outcome().day().minusDays(lead)));
        var onEvenDays =
                ScoringCase.evenDays(hearing.said(), hearing.outcome()).stream().flatMap(day -> of(hearing, null, day));
        return Stream.concat(atLeads, onEvenDays).toList();
    }

    private static Stream<ForecastScore> of(ScoringCase hearing, @Nullable Integer lead, LocalDate day) {
        var seen = hearing.on(day);
        var forecast = seen.forecast();
        if (forecast == null) {
            return Stream.empty();
        }
        var outcome = hearing.outcome();
        int ahead = outcome.seenFrom(day);
        var chances = forecast.chances();
        var shown = seen.date();
        return Stream.of(new ForecastScore(
                lead,
                day,
                Math.min(1, forecast.happens()),
                ahead < Scoring.HORIZON_DAYS,
                Scoring.crps(chances, ahead),
                Math.clamp(Scoring.pit(chances, ahead, drawnFor(hearing.release(), day)), 0, 1),
                shown == null ? null : Double.valueOf(Math.min(1, forecast.confidence(shown))),
                shown == null ? null : Boolean.valueOf(outcome.came() && shown.contains(outcome.day())),
                outcome.missedByRules(hearing.evidence(), hearing.recordsOn(day), day)));
    }

    /** The same for the same release and day, wherever and whenever it is scored. */
    private static SplittableRandom drawnFor(Release release, LocalDate day) {
        return new SplittableRandom(31L * release.slug().hashCode() + day.toEpochDay());
    }
}
