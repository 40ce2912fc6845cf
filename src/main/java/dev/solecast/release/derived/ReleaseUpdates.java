package dev.solecast.release.derived;

import dev.solecast.change.ChangeLog;
import dev.solecast.change.NewRedaction;
import dev.solecast.entry.Batch;
import dev.solecast.http.Actor;
import dev.solecast.release.NewRelease;
import dev.solecast.release.Release;
import dev.solecast.release.ReleaseSubject;
import dev.solecast.release.Rumor;
import dev.solecast.release.Rumors;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Writes to a release and its rumors together with everything that is derived from them, in the transaction of the
 * caller: scores, forecast, log entries, the catalog's stage and strongest rumor, invalidated cache tags. The caller
 * has locked the release. Lines of a batch use {@link BatchUpdates}.
 */
@ApplicationScoped
public class ReleaseUpdates {

    private final Rumors rumors;
    private final ReleaseScorer scorer;
    private final ForecastUpdater forecasts;
    private final ReleaseChangeRecorder recorder;
    private final CatalogUpdater catalog;
    private final PastStates pastStates;
    private final Batch batch;
    private final ChangeLog log;
    private final Actor actor;
    private final Clock clock;

    ReleaseUpdates(
            Rumors rumors,
            ReleaseScorer scorer,
            ForecastUpdater forecasts,
            ReleaseChangeRecorder recorder,
            CatalogUpdater catalog,
            PastStates pastStates,
            Batch batch,
            ChangeLog log,
            Actor actor,
            Clock clock) {
        this.rumors = rumors;
        this.scorer = scorer;
        this.forecasts = forecasts;
        this.recorder = recorder;
        this.catalog = catalog;
        this.pastStates = pastStates;
        this.batch = batch;
        this.log = log;
        this.actor = actor;
        this.clock = clock;
    }

    /** Stores a new rumor. */
    public void add(Rumor rumor) {
        write(rumor, () -> {
            rumors.persistAndFlush(rumor);
            recorder.rumorAdded(rumor);
        });
    }

    /** Retracts a rumor in the name of the caller. */
    public void retract(Rumor rumor, String reason) {
        write(rumor, () -> {
            rumor.retract(reason, clock.instant(), actor.name());
            rumors.flush();
            recorder.rumorRetracted(rumor);
        });
    }

    private void write(Rumor rumor, Runnable change) {
        var release = rumor.release();
        var before = recorder.state(release);
        change.run();
        pastStates.refresh(List.of(release));
        if (!release.status().awaited()) {
            scorer.score(release);
        }
        forecasts.refresh(release);
        recorder.logChanges(release, before, rumor.id());
        catalog.update(release, clock.instant());
    }

    /**
     * Erases fields of a rumor, which changes nothing that is derived but the wording in the catalog; needs no lock.
     */
    public void redact(Rumor rumor, NewRedaction redaction) {
        rumor.redact(redaction.fields());
        rumors.flush();
        recorder.rumorRedacted(rumor, redaction.reason());
        catalog.update(rumor.release(), clock.instant());
    }

    /** Changes the status of a release; in a batch the derived data follow at its end. */
    public void changeStatus(Release release, Runnable change) {
        var before = recorder.state(release);
        change.run();
        if (batch.isOpen()) {
            BatchWork.in(batch).statusChanged(release, before);
            return;
        }
        pastStates.refresh(List.of(release));
        scorer.score(release);
        forecasts.refresh(release);
        rumors.flush(); // the log entries need the new version
        recorder.logChanges(release, before, null);
        catalog.update(release, clock.instant());
    }

    /** Revises the fields that an editor writes; the release may leave its collaboration or colorway. */
    public void revise(Release release, NewRelease request, ReleaseSubject subject, Instant now) {
        var collaboration = release.collaboration();
        var colorway = release.colorway();
        release.revise(request, subject, now);
        catalog.update(collaboration, colorway, now);
    }

    /** Updates the catalog after a release was added or revised. */
    public void saved(Release release) {
        catalog.update(release, clock.instant());
    }

    /** Deletes the scores of a release that was deleted, and updates the catalog. */
    public void deleted(Release release) {
        scorer.delete(release);
        catalog.update(release, clock.instant());
    }

    /** Recomputes the forecast after the records of its sources have changed. */
    void refreshForecast(Release release) {
        var before = recorder.state(release);
        forecasts.refresh(release);
        recorder.logChanges(release, before, null);
    }

    /** Scores a release that a batch has resolved, without queueing the forecasts that this affects. */
    public void scoreDeferred(Release release) {
        scorer.scoreAlone(release);
        log.invalidate(release.entityRef());
    }
}
