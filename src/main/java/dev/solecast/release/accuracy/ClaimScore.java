package dev.solecast.release.accuracy;

import dev.solecast.forecast.Baseline;
import dev.solecast.forecast.Slip;
import dev.solecast.release.Rumor;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a source did with the last thing that it claimed about a release: a window, or that it never comes. One for each
 * release, so that repeating oneself counts no more; none for what it took back or had from somebody else.
 *
 * @param slip days outside the window; null if there was none or the release never came
 * @param crps the error in days, seen from the day on which it was said
 * @param rules the errors of the simple ones on that day, from what all others had said; empty if nobody had
 */
record ClaimScore(Rumor claim, boolean hit, @Nullable Long slip, double crps, Map<Baseline, Double> rules) {

    static List<ClaimScore> of(ScoringCase hearing) {
        return hearing.said().stream()
                .filter(rumor -> rumor.window() != null || rumor.cancels())
                .filter(rumor -> !rumor.retracted() && !rumor.evidence().declaredCopy())
                .collect(Collectors.groupingBy(
                        Rumor::source,
                        Collectors.maxBy(Comparator.comparing(Rumor::saidBy).thenComparingLong(Rumor::id))))
                .values()
                .stream()
                .flatMap(newest -> newest.stream().flatMap(claim -> of(hearing, claim)))
                .toList();
    }

    private static Stream<ClaimScore> of(ScoringCase hearing, Rumor claim) {
        var outcome = hearing.outcome();
        var window = claim.window();
        var released = outcome.releasedOn();
        var day = claim.saidBy();
        var records = hearing.recordsOn(day);
        var own = Objects.requireNonNull(Baseline.LATEST_CLAIM.claim(List.of(claim.evidence()), records, day));
        var others = hearing.said().stream()
                .filter(rumor -> !rumor.source().equals(claim.source()) && rumor.standsOn(day))
                .map(Rumor::evidence)
                .toList();
        return Stream.of(new ClaimScore(
                claim,
                window == null ? released == null : released != null && window.contains(released),
                window == null || released == null ? null : Long.valueOf(Slip.days(window, released)),
                outcome.missedBy(own, day),
                outcome.missedByRules(others, records, day)));
    }
}
