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
 * One thing that moved a release.
 *
 * @param number its place in the release's history, from 1
 * @param rumor what was said, or taken back; null for a change of status
 * @param reason why it was taken back or the status changed; null for what was said
 */
record HistoryStep(
        long number,
        LocalDate day,
        Cause cause,
        @Nullable Rumor rumor,
        @Nullable String reason) {

    static final Sort<HistoryStep> OLDEST_FIRST = Sort.ascending(Sort.Key.number("", HistoryStep::number));

    /** What moves a release. */
    enum Cause {
        RUMOR,
        RETRACTION,
        STATUS
    }

    static List<HistoryStep> inOrder(List<Rumor> said, List<StatusChange> happened) {
        var steps = new ArrayList<HistoryStep>();
        for (var rumor : said) {
            steps.add(new HistoryStep(0, rumor.saidBy(), Cause.RUMOR, rumor, null));
            var retractedOn = rumor.evidence().retractedOn();
            if (retractedOn != null) {
                steps.add(new HistoryStep(0, retractedOn, Cause.RETRACTION, rumor, rumor.retraction()));
            }
        }
        for (var change : happened) {
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
