package dev.solecast.release.derived;

import dev.solecast.catalog.collaboration.Collaboration;
import dev.solecast.catalog.colorway.Colorway;
import dev.solecast.entry.Batch;
import dev.solecast.release.NewStatus;
import dev.solecast.release.Release;
import dev.solecast.release.Rumor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The work that is deferred to the end of the present batch: status changes to apply, derived data to write. */
final class BatchWork {

    /**
     * A release that the batch has written to.
     *
     * @param before its state before the batch
     * @param rumor the last rumor that the batch wrote about it; null if none
     */
    record ChangedRelease(
            ReleaseChangeRecorder.State before, @Nullable Rumor rumor) {}

    private final Map<Release, List<NewStatus>> pendingStatuses = new LinkedHashMap<>();
    private final Map<Release, ChangedRelease> touched = new LinkedHashMap<>();
    private final Map<Release, List<Rumor>> rumors = new LinkedHashMap<>();
    private final Set<Release> unscored = new LinkedHashSet<>();
    private final Set<Collaboration> collaborations = new LinkedHashSet<>();
    private final Set<Colorway> colorways = new LinkedHashSet<>();

    static BatchWork in(Batch batch) {
        return batch.attachment(BatchWork.class, BatchWork::new);
    }

    /** Defers a status change until all entries are written. */
    void deferStatus(Release release, NewStatus status) {
        pendingStatuses.computeIfAbsent(release, same -> new ArrayList<>()).add(status);
    }

    /** Notes that the status of a release has changed, so that it is scored again. */
    void statusChanged(Release release, ReleaseChangeRecorder.State before) {
        touched.putIfAbsent(release, new ChangedRelease(before, null));
        unscored.add(release);
        catalogChanged(release.collaboration(), release.colorway());
    }

    /** Notes that a rumor about a release was added or retracted, if its state before has been noted. */
    void rumorWritten(Release release, Rumor rumor) {
        touched.computeIfPresent(release, (same, old) -> new ChangedRelease(old.before(), rumor));
        if (!release.status().awaited()) {
            unscored.add(release);
        }
        catalogChanged(release.collaboration(), release.colorway());
    }

    /** Notes that the derived columns of a collaboration and a colorway have to be updated. */
    void catalogChanged(@Nullable Collaboration collaboration, @Nullable Colorway colorway) {
        if (collaboration != null) {
            collaborations.add(collaboration);
        }
        if (colorway != null) {
            colorways.add(colorway);
        }
    }

    /** The deferred changes of status of each release that has any. */
    Map<Release, List<NewStatus>> pendingStatuses() {
        return pendingStatuses;
    }

    Map<Release, ChangedRelease> touched() {
        return touched;
    }

    /** All rumors about each release whose rumors have been read, retracted ones included; mutable. */
    Map<Release, List<Rumor>> rumors() {
        return rumors;
    }

    /** The resolved releases, or formerly resolved ones, that have to be scored again. */
    Set<Release> unscored() {
        return unscored;
    }

    Set<Collaboration> collaborations() {
        return collaborations;
    }

    Set<Colorway> colorways() {
        return colorways;
    }
}
