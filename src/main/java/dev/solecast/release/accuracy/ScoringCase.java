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
 * A resolved release before its judges: what was said of it before its day, and what happened to it.
 *
 * @param said also what was taken back since
 * @param changes all that were recorded
 * @param records what was known of the sources by each day that is looked at
 */
record ScoringCase(
        Release release,
        ReleaseOutcome outcome,
        List<Rumor> said,
        List<StatusChange> changes,
        Map<LocalDate, Records> records) {

    static final List<Integer> LEADS = List.of(180, 90, 60, 30, 14, 7, 1);

    /** In days: a day that was picked by its distance to the outcome gives the outcome away, one of these does not. */
    private static final int STEP = 30;

    /** Four years; further on nobody is helped by one more look. */
    private static final int MOST_STEPS = 48;

    /** Every 30th day of its life, from the 15th after the first rumor to the last before the outcome. */
    static List<LocalDate> evenDays(List<Rumor> said, ReleaseOutcome outcome) {
        var first = said.stream().map(Rumor::saidBy).min(Comparator.naturalOrder());
        return first.map(day -> IntStream.range(0, MOST_STEPS)
                        .mapToObj(i -> day.plusDays(STEP / 2 + (long) i * STEP))
                        .takeWhile(step -> step.isBefore(outcome.day()))
                        .toList())
                .orElse(List.of());
    }

    /** All days whose records have to be known. */
    static List<LocalDate> days(List<Rumor> said, ReleaseOutcome outcome) {
        return Stream.of(
                        LEADS.stream().map(lead -> outcome.day().minusDays(lead)),
                        evenDays(said, outcome).stream(),
                        said.stream().map(Rumor::saidBy))
                .flatMap(days -> days)
                .distinct()
                .sorted()
                .toList();
    }

    Records recordsOn(LocalDate day) {
        return Objects.requireNonNull(records.get(day));
    }

    List<Evidence> evidence() {
        return said.stream().map(Rumor::evidence).toList();
    }

    /** Where it stood on a day, by what had been said and had happened by its end. */
    ReleaseSnapshot on(LocalDate day) {
        var asOf = new AsOf(day, null);
        return ReleaseSnapshot.then(
                asOf,
                said.stream().filter(asOf::counts).toList(),
                StatusChange.inForce(changes.stream().filter(asOf::counts).toList()),
                null,
                recordsOn(day));
    }
}
