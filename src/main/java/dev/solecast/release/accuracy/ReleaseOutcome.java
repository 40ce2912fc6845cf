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
 * The outcome of a resolved release.
 *
 * @param day on which it was released or cancelled
 * @param released false if it was cancelled
 */
record ReleaseOutcome(LocalDate day, boolean released) {

    /** The day of release; null if it was cancelled. */
    @Nullable
    LocalDate releasedOn() {
        return released ? day : null;
    }

    /** Days from a day to the release; {@link Scoring#NEVER} if it was cancelled. */
    int daysFrom(LocalDate from) {
        return released ? Math.toIntExact(ChronoUnit.DAYS.between(from, day)) : Scoring.NEVER;
    }

    /** The errors in days of the baselines as of a day; a baseline without a claim on that day is left out. */
    Map<Baseline, Double> baselineErrors(List<Evidence> evidence, Records records, LocalDate from) {
        var errors = new EnumMap<Baseline, Double>(Baseline.class);
        for (var baseline : Baseline.values()) {
            var claim = baseline.claim(evidence, records, from);
            if (claim != null) {
                errors.put(baseline, error(claim, from));
            }
        }
        return errors;
    }

    /** The error in days of a claim as of a day; a claimed day in the past counts as that day. */
    double error(Baseline.Claim claim, LocalDate from) {
        var claimedDay = claim.day();
        return Scoring.crps(
                claimedDay == null ? Scoring.NEVER : (int) Math.max(0, ChronoUnit.DAYS.between(from, claimedDay)),
                daysFrom(from));
    }
}
