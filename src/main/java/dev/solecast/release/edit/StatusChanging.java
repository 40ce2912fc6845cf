package dev.solecast.release.edit;

import dev.solecast.catalog.model.Model;
import dev.solecast.date.Window;
import dev.solecast.entry.Batch;
import dev.solecast.http.Actor;
import dev.solecast.http.Slug;
import dev.solecast.http.problem.Problem;
import dev.solecast.release.NewStatus;
import dev.solecast.release.Release;
import dev.solecast.release.ReleaseSnapshot;
import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.ReleaseView;
import dev.solecast.release.Releases;
import dev.solecast.release.StatusChange;
import dev.solecast.release.StatusChanges;
import dev.solecast.release.derived.ReleaseUpdates;
import dev.solecast.release.sale.Region;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes the status of releases. Resolving a release scores its sources and forecasts in the same transaction;
 * reopening it deletes the scores.
 */
@ApplicationScoped
public class StatusChanging {

    private final Releases releases;
    private final StatusChanges changes;
    private final ReleaseUpdates updates;
    private final Batch batch;
    private final Actor actor;
    private final Clock clock;

    StatusChanging(
            Releases releases, StatusChanges changes, ReleaseUpdates updates, Batch batch, Actor actor, Clock clock) {
        this.releases = releases;
        this.changes = changes;
        this.updates = updates;
        this.batch = batch;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Changes the status in the name of an editor.
     *
     * @throws Problem 409 that lists the possible statuses, if this one cannot follow the present one
     */
    @Transactional
    public ReleaseView change(Slug slug, @Valid NewStatus request) {
        var release = releases.get(slug);
        change(release, request);
        release.markEdited(List.of("status"));
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return ReleaseView.of(release, ReleaseSnapshot.now(release, today, today), null);
    }

    /** Erases the reasons of all status changes of a release. */
    void redactReasons(Release release) {
        changes.redactReasons(release);
    }

    /** The status changes of a release, in the order in which they were recorded. */
    List<NewStatus> history(Release release) {
        return changes.listByDay(List.of(release)).stream()
                .sorted(Comparator.comparingLong(StatusChange::id))
                .map(NewStatus::of)
                .toList();
    }

    /** The change that is in force last, of a release that has any. */
    NewStatus last(Release release) {
        return NewStatus.of(
                StatusChange.inForce(changes.listByDay(List.of(release))).getLast());
    }

    /** Changes the status; a batch has locked its releases already. */
    void change(Release unlocked, NewStatus request) {
        var release = batch.isOpen() ? unlocked : releases.lockExisting(unlocked);
        updates.changeStatus(release, () -> write(release, request));
    }

    private void write(Release release, NewStatus request) {
        var resolution = resolution(release);
        var day = day(release, request, resolution);
        var window = request.parsedWindow();
        apply(release, request, day, window);
        if (resolution != null
                && day.isAfter(resolution.day())
                && !request.status().awaited()) {
            undo(release, resolution, request.reason());
        }
        changes.record(new StatusChange(
                release, day, request.status(), window, request.reason(), clock.instant(), actor.name()));
    }

    private void apply(Release release, NewStatus request, LocalDate day, @Nullable Window window) {
        var now = clock.instant();
        switch (request.status()) {
            case RUMORED -> release.reopen(request.reason(), now);
            case CONFIRMED -> release.confirm(window, request.reason(), now);
            case DELAYED -> release.delay(window, request.reason(), now);
            case RELEASED -> release.release(day, request.reason(), now);
            case CANCELLED -> release.cancel(request.reason(), now);
        }
    }

    /** Records the earlier status for the day of a resolution that is corrected to a later day. */
    private void undo(Release release, StatusChange resolution, String reason) {
        var before = StatusChange.inForce(changes.listByDay(List.of(release))).stream()
                .filter(change -> change.status().awaited())
                .reduce((earlier, later) -> later);
        changes.record(new StatusChange(
                release,
                resolution.day(),
                before.map(StatusChange::status).orElse(ReleaseStatus.RUMORED),
                before.map(StatusChange::window).orElse(null),
                reason,
                clock.instant(),
                actor.name()));
    }

    /** The change that released or cancelled the release; null while it is awaited. */
    private @Nullable StatusChange resolution(Release release) {
        return release.status().awaited()
                ? null
                : StatusChange.inForce(changes.listByDay(List.of(release))).getLast();
    }

    /** The day on which the new status became true: as requested, else that of the resolution, else today. */
    private LocalDate day(Release release, NewStatus request, @Nullable StatusChange resolution) {
        var region = new Region(release.region());
        var day = request.day();
        if (day == null) {
            if (request.status() == ReleaseStatus.RELEASED) {
                throw NewStatus.refused("day", "is needed: on which day was it released?");
            }
            return resolution != null ? resolution.day() : region.today(clock);
        }
        refuseImpossible(request, release.model(), new Region(release.region()), "day");
        return day;
    }

    /**
     * Refuses a request that no release of this model can fulfil.
     *
     * @param dayField the field from which its day is
     * @throws Problem that names the field
     */
    void refuseImpossible(NewStatus request, Model model, Region region, String dayField) {
        request.parsedWindow();
        var day = request.day();
        if (day == null) {
            return;
        }
        var fault = region.findFault(day, clock);
        if (fault != null) {
            throw NewStatus.refused(dayField, day + " " + fault);
        }
        var appeared = model.firstAppeared();
        var first = appeared == null ? null : appeared.earliest();
        if (first != null && day.isBefore(first)) {
            throw NewStatus.refused(
                    dayField, day + " is before there was a " + model.title() + ", which is since " + appeared + ".");
        }
    }
}
