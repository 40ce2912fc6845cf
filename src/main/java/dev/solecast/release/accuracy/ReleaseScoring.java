package dev.solecast.release.accuracy;

import dev.solecast.forecast.TrackRecord;
import dev.solecast.release.Release;
import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.Rumor;
import dev.solecast.release.Rumors;
import dev.solecast.release.StatusChange;
import dev.solecast.release.StatusChanges;
import dev.solecast.release.derived.ForecastRefreshQueue;
import dev.solecast.release.derived.ReleaseScorer;
import dev.solecast.source.TrackRecordReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Scores a resolved release: every source with a rumor from before the outcome's day, and the forecast on days before
 * it, each by the evidence and the track records of its own day. Rumors of the day itself or later predict nothing.
 *
 * <p>Track records count by the days on which other releases were resolved, not by the time at which that was recorded;
 * a release that an editor resolves late does not change scores of others that were computed before.
 */
@ApplicationScoped
class ReleaseScoring implements ReleaseScorer {

    private final Rumors rumors;
    private final StatusChanges changes;
    private final TrackRecordReader trackRecords;
    private final ScoreTable scores;
    private final ForecastRefreshQueue refreshQueue;

    ReleaseScoring(
            Rumors rumors,
            StatusChanges changes,
            TrackRecordReader trackRecords,
            ScoreTable scores,
            ForecastRefreshQueue refreshQueue) {
        this.rumors = rumors;
        this.changes = changes;
        this.trackRecords = trackRecords;
        this.scores = scores;
        this.refreshQueue = refreshQueue;
    }

    @Override
    public void score(Release release) {
        if (scoreAlone(release)) {
            refreshQueue.enqueueSharingSources(release);
        }
    }

    @Override
    public boolean scoreAlone(Release release) {
        boolean had = scores.delete(release);
        if (!release.status().awaited()) {
            scoreResolved(release);
        }
        return had || !release.status().awaited();
    }

    @Override
    public void delete(Release release) {
        if (scores.delete(release)) {
            refreshQueue.enqueueSharingSources(release);
        }
    }

    private void scoreResolved(Release release) {
        var statusChanges = changes.listByDay(List.of(release));
        var outcome = new ReleaseOutcome(
                StatusChange.inForce(statusChanges).getLast().day(), release.status() == ReleaseStatus.RELEASED);
        var earlier = rumors.listAbout(List.of(release)).stream()
                .filter(rumor -> rumor.saidBy().isBefore(outcome.day()))
                .toList();
        if (earlier.isEmpty()) {
            return;
        }
        var records = trackRecords.readUntil(ScoringCase.days(earlier, outcome), Rumor.sourceIds(earlier));
        var scoringCase = new ScoringCase(release, outcome, earlier, statusChanges, records);
        scores.insertTrackRecords(scoringCase, TrackRecord.of(scoringCase.evidence(), outcome.releasedOn()));
        scores.insertClaims(scoringCase, ClaimScore.of(scoringCase));
        scores.insertForecasts(scoringCase, ForecastScore.of(scoringCase));
    }
}
