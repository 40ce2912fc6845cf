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
 * The score of a source's latest claim about a release: a window, or that it never comes. One for each source and
 * release, so that repeating a claim does not count more; retracted claims and declared copies have none.
 *
 * @param slip days outside the window; null if the claim has no window or the release never came
 * @param crps the error in days, as of the day of the claim
 * @param baselineErrors the errors in days of the baselines as of that day, by the rumors of all other sources; empty if none
 *     had any
 */
record ClaimScore(Rumor claim, boolean hit, @Nullable Long slip, double crps, Map<Baseline, Double> baselineErrors) {

    static List<ClaimScore> of(ScoringCase scoringCase) {
        return scoringCase.rumors().stream()
                .filter(rumor -> rumor.window() != null || rumor.cancels())
                .filter(rumor -> !rumor.retracted() && !rumor.evidence().declaredCopy())
                .collect(Collectors.groupingBy(
                        Rumor::source,
                        Collectors.maxBy(Comparator.comparing(Rumor::saidBy).thenComparingLong(Rumor::id))))
                .values()
                .stream()
                .flatMap(latest -> latest.stream().flatMap(claim -> of(scoringCase, claim)))
                .toList();
    }

    private static Stream<ClaimScore> of(ScoringCase scoringCase, Rumor claim) {
        var outcome = scoringCase.outcome();
        var window = claim.window();
        var released = outcome.releasedOn();
        var day = claim.saidBy();
        var records = scoringCase.recordsOn(day);
        var own = Objects.requireNonNull(Baseline.LATEST_CLAIM.claim(List.of(claim.evidence()), records, day));
        var others = scoringCase.rumors().stream()
                .filter(rumor -> !rumor.source().equals(claim.source()) && rumor.isUnretractedOn(day))
                .map(Rumor::evidence)
                .toList();
        return Stream.of(new ClaimScore(
                claim,
                window == null ? released == null : released != null && window.contains(released),
                window == null || released == null ? null : Long.valueOf(Slip.days(window, released)),
                outcome.error(own, day),
                outcome.baselineErrors(others, records, day)));
    }
}
