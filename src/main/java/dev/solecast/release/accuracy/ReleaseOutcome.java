package dev.solecast.release.accuracy;

import dev.solecast.forecast.Baseline;
import dev.solecast.forecast.Evidence;
import dev.solecast.forecast.Records;
import dev.solecast.forecast.Scoring;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a release ended.
 *
 * @param day on which it came or was cancelled
 * @param came false if it was cancelled
 */
record ReleaseOutcome(LocalDate day, boolean came) {

    /** Null if it never came. */
    @Nullable
    LocalDate releasedOn() {
        return came ? day : null;
    }

    /** As {@link Scoring} counts it. */
    int seenFrom(LocalDate from) {
        return came ? Math.toIntExact(ChronoUnit.DAYS.between(from, day)) : Scoring.NEVER;
    }

    /** The errors in days of the simple rules on a day, by what had been said by then; none if nothing had. */
    Map<Baseline, Double> missedByRules(List<Evidence> said, Records records, LocalDate from) {
        var errors = new EnumMap<Baseline, Double>(Baseline.class);
        for (var rule : Baseline.values()) {
            var claim = rule.claim(said, records, from);
            if (claim != null) {
                errors.put(rule, missedBy(claim, from));
            }
        }
        return errors;
    }

    /** The error in days of a plain claim made on a day; what it claimed for the past is taken for that day. */
    double missedBy(Baseline.Claim claim, LocalDate from) {
        var claimed = claim.day();
        return Scoring.crps(
                claimed == null ? Scoring.NEVER : (int) Math.max(0, ChronoUnit.DAYS.between(from, claimed)),
                seenFrom(from));
    }
}
