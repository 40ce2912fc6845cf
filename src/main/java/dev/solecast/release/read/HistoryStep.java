package dev.solecast.release.read;

import dev.solecast.http.page.Sort;
import dev.solecast.release.Rumor;
import dev.solecast.release.StatusChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event in the history of a release.
 *
 * @param number its position in the history, from 1
 * @param rumor the rumor that was said or retracted; null for a change of status
 * @param reason the reason of the retraction or of the change of status; null for a new rumor
 */
record HistoryStep(
        long number,
        LocalDate day,
        Cause cause,
        @Nullable Rumor rumor,
        @Nullable String reason) {

    static final Sort<HistoryStep> OLDEST_FIRST = Sort.ascending(Sort.Key.number("", HistoryStep::number));

    /** The causes of events, in the order in which those of one day are listed. */
    enum Cause {
        RUMOR,
        RETRACTION,
        STATUS
    }

    /** The events that these rumors and changes were, oldest first and numbered. */
    static List<HistoryStep> inOrder(List<Rumor> rumors, List<StatusChange> changes) {
        var steps = new ArrayList<HistoryStep>();
        for (var rumor : rumors) {
            steps.add(new HistoryStep(0, rumor.saidBy(), Cause.RUMOR, rumor, null));
            var retractedOn = rumor.evidence().retractedOn();
            if (retractedOn != null) {
                steps.add(new HistoryStep(0, retractedOn, Cause.RETRACTION, rumor, rumor.retraction()));
            }
        }
        for (var change : changes) {
            steps.add(new HistoryStep(0, change.day(), Cause.STATUS, null, change.reason()));
        }
        steps.sort(Comparator.comparing(HistoryStep::day).thenComparing(HistoryStep::cause));
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            steps.set(i, new HistoryStep(i + 1L, step.day, step.cause, step.rumor, step.reason));
        }
        return steps;
    }
}
