package dev.solecast.release.accuracy;

import dev.solecast.forecast.TrackRecord;
import dev.solecast.release.Release;
import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.Rumor;
import dev.solecast.release.Rumors;
import dev.solecast.release.StatusChange;
import dev.solecast.release.StatusChanges;
import dev.solecast.release.derived.ForecastRefreshQueue;
import dev.solecast.source.TrackRecordReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Scores a resolved release: every source that spoke of it before its day, and the forecast on days before it, each by
 * what had been said and was known by then. What was said on the day itself or later foresees nothing.
 *
 * <p>"Known by then" goes by the days on which others were resolved, not by when we heard of it; a release that is
 * resolved late, by an editor who catches up, does not score again what was scored before.
 */
@ApplicationScoped
public class ReleaseScoring {

    private final Rumors rumors;
    private final StatusChanges changes;
    private final TrackRecordReader records;
    private final ScoreTable scores;
    private final ForecastRefreshQueue renewals;

    ReleaseScoring(
            Rumors rumors,
            StatusChanges changes,
            TrackRecordReader records,
            ScoreTable scores,
            ForecastRefreshQueue renewals) {
        this.rumors = rumors;
        this.changes = changes;
        this.records = records;
        this.scores = scores;
        this.renewals = renewals;
    }

    /**
     * To be called in every transaction that resolved a release, took that back, corrected its day, or changed what is
     * known to have been said of it. What was scored before is replaced.
     */
    public void settle(Release release) {
        if (settleAlone(release)) {
            renewals.askFor(release);
        }
    }

    /** The same without what follows for others; whether anything does. */
    boolean settleAlone(Release release) {
        boolean had = scores.forget(release);
        if (!release.status().awaited()) {
            score(release);
        }
        return had || !release.status().awaited();
    }

    /** To be called where a release is deleted: nobody has earned anything by it. */
    public void forget(Release release) {
        if (scores.forget(release)) {
            renewals.askFor(release);
        }
    }

    private void score(Release release) {
        var happened = changes.of(List.of(release));
        var outcome = new ReleaseOutcome(
                StatusChange.inForce(happened).getLast().day(), release.status() == ReleaseStatus.RELEASED);
        var said = rumors.about(List.of(release)).stream()
                .filter(rumor -> rumor.saidBy().isBefore(outcome.day()))
                .toList();
        if (said.isEmpty()) {
            return;
        }
        var known = records.by(ScoringCase.days(said, outcome), Rumor.sourceIds(said));
        var hearing = new ScoringCase(release, outcome, said, happened, known);
        scores.earned(hearing, TrackRecord.of(hearing.evidence(), outcome.releasedOn()));
        scores.claims(hearing, ClaimScore.of(hearing));
        scores.forecasts(hearing, ForecastScore.of(hearing));
    }
}
