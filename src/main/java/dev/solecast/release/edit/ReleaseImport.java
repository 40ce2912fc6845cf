package dev.solecast.release.edit;

import dev.solecast.release.accuracy.DeferredScoring;
import dev.solecast.release.derived.BatchUpdates;
import jakarta.enterprise.context.ApplicationScoped;

/** The steps of a batch that concern all its releases. Resolved releases are scored within seconds after the commit. */
@ApplicationScoped
public class ReleaseImport {

    private final BatchUpdates updates;
    private final StatusChanging statusChanging;
    private final DeferredScoring scoring;

    ReleaseImport(BatchUpdates updates, StatusChanging statusChanging, DeferredScoring scoring) {
        this.updates = updates;
        this.statusChanging = statusChanging;
        this.scoring = scoring;
    }

    /** Changes the statuses that the lines of entries give; runs after the entries and before the rumors of a batch. */
    public void applyStatuses() {
        updates.applyStatuses(statusChanging::change);
    }

    /** Writes the derived data of all releases of the batch; runs after its last line. */
    public void finish() {
        updates.finish(scoring::enqueue);
    }

    /**
     * Scores the releases that batches have resolved, without waiting for the schedule; must run outside a transaction.
     */
    public void scoreResolved() {
        scoring.scoreAll();
    }
}
