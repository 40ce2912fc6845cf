package dev.solecast.release.accuracy;

import dev.solecast.forecast.Evidence;
import dev.solecast.forecast.Records;
import dev.solecast.release.AsOf;
import dev.solecast.release.Release;
import dev.solecast.release.ReleaseSnapshot;
import dev.solecast.release.Rumor;
import dev.solecast.release.StatusChange;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A resolved release with everything that its scores are computed from.
 *
 * @param rumors the rumors from before the day of the outcome, retracted ones included
 * @param changes all recorded status changes
 * @param records the track records of the sources as of each day that is scored
 */
record ScoringCase(
        Release release,
        ReleaseOutcome outcome,
        List<Rumor> rumors,
        List<StatusChange> changes,
        Map<LocalDate, Records> records) {

    /** In days before the outcome. */
    static final List<Integer> LEADS = List.of(180, 90, 60, 30, 14, 7, 1);

    /**
     * In days. Unlike days chosen by their distance to the outcome, evenly spaced days do not give the outcome away.
     */
    private static final int STEP_DAYS = 30;

    /** Four years, after which more days would add nothing of use. */
    private static final int MAX_STEPS = 48;

    /** Every 30th day, from the 15th after the first rumor to the last before the outcome. */
    static List<LocalDate> evenlySpacedDays(List<Rumor> rumors, ReleaseOutcome outcome) {
        var first = rumors.stream().map(Rumor::saidBy).min(Comparator.naturalOrder());
        return first.map(day -> IntStream.range(0, MAX_STEPS)
                        .mapToObj(i -> day.plusDays(STEP_DAYS / 2 + (long) i * STEP_DAYS))
                        .takeWhile(step -> step.isBefore(outcome.day()))
                        .toList())
                .orElse(List.of());
    }

    /** All days for which track records are needed. */
    static List<LocalDate> days(List<Rumor> rumors, ReleaseOutcome outcome) {
        return Stream.of(
                        LEADS.stream().map(lead -> outcome.day().minusDays(lead)),
                        evenlySpacedDays(rumors, outcome).stream(),
                        rumors.stream().map(Rumor::saidBy))
                .flatMap(days -> days)
                .distinct()
                .sorted()
                .toList();
    }

    /** The track records as of one of {@link #days}. */
    Records recordsOn(LocalDate day) {
        return Objects.requireNonNull(records.get(day));
    }

    List<Evidence> evidence() {
        return rumors.stream().map(Rumor::evidence).toList();
    }

    /** The state of the release as of the end of a day, by the rumors and status changes up to then. */
    ReleaseSnapshot snapshotOn(LocalDate day) {
        var asOf = new AsOf(day, null);
        return ReleaseSnapshot.asOf(
                asOf,
                rumors.stream().filter(asOf::counts).toList(),
                StatusChange.inForce(changes.stream().filter(asOf::counts).toList()),
                null,
                recordsOn(day));
    }
}
