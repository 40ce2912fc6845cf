package dev.solecast.release.edit;

import dev.solecast.date.Window;
import dev.solecast.entry.Batch;
import dev.solecast.http.Actor;
import dev.solecast.http.Slug;
import dev.solecast.release.NewStatus;
import dev.solecast.release.Release;
import dev.solecast.release.ReleaseSnapshot;
import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.ReleaseView;
import dev.solecast.release.Releases;
import dev.solecast.release.StatusChange;
import dev.solecast.release.StatusChanges;
import dev.solecast.release.accuracy.ReleaseScoring;
import dev.solecast.release.derived.BatchWork;
import dev.solecast.release.derived.CatalogUpdater;
import dev.solecast.release.derived.ForecastUpdater;
import dev.solecast.release.derived.ReleaseChangeRecorder;
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
 * Moves a release through its life. Whoever spoke about one that came or was cancelled is scored in the same
 * transaction, and so is the forecast; taking that back takes the scores back.
 */
@ApplicationScoped
public class StatusChanging {

    private final Releases releases;
    private final StatusChanges changes;
    private final ReleaseScoring scores;
    private final ForecastUpdater forecasts;
    private final CatalogUpdater standing;
    private final ReleaseChangeRecorder movements;
    private final Batch batch;
    private final Actor actor;
    private final Clock clock;

    StatusChanging(
            Releases releases,
            StatusChanges changes,
            ReleaseScoring scores,
            ForecastUpdater forecasts,
            CatalogUpdater standing,
            ReleaseChangeRecorder movements,
            Batch batch,
            Actor actor,
            Clock clock) {
        this.releases = releases;
        this.changes = changes;
        this.scores = scores;
        this.forecasts = forecasts;
        this.standing = standing;
        this.movements = movements;
        this.batch = batch;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Changes where a release stands, by the hand of an editor; what cannot follow from where it stands is a conflict
     * that says what can.
     */
    @Transactional
    public ReleaseView change(Slug slug, @Valid NewStatus given) {
        var release = releases.get(slug);
        change(release, given);
        release.edited(List.of("status"));
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return ReleaseView.of(release, ReleaseSnapshot.now(release, today, today), null);
    }

    /** Forgets why its status ever changed. */
    void redactReasons(Release release) {
        changes.redactReasons(release);
    }

    /** What became of it, as it was recorded. */
    List<NewStatus> history(Release release) {
        return changes.of(List.of(release)).stream()
                .sorted(Comparator.comparingLong(StatusChange::id))
                .map(StatusChange::asGiven)
                .toList();
    }

    /** In a batch, whose releases are locked, the scores and the forecast follow at its end. */
    void change(Release unlocked, NewStatus given) {
        var release = batch.isOpen() ? unlocked : releases.locked(unlocked);
        var before = movements.of(release);
        var resolution = resolution(release);
        var day = day(release, given, resolution);
        var window = given.date();
        move(release, given, day, window);
        if (resolution != null
                && day.isAfter(resolution.day())
                && !given.status().awaited()) {
            takeBack(release, resolution, given.reason());
        }
        changes.record(
                new StatusChange(release, day, given.status(), window, given.reason(), clock.instant(), actor.name()));
        if (batch.isOpen()) {
            BatchWork.in(batch).resolved(release, before);
            return;
        }
        scores.settle(release);
        forecasts.renew(release);
        releases.flush();
        movements.log(release, before, null);
        standing.follow(release, clock.instant());
    }

    private void move(Release release, NewStatus given, LocalDate day, @Nullable Window window) {
        var now = clock.instant();
        switch (given.status()) {
            case RUMORED -> release.reopen(given.reason(), now);
            case CONFIRMED -> release.confirm(window, given.reason(), now);
            case DELAYED -> release.delay(window, given.reason(), now);
            case RELEASED -> release.release(day, given.reason(), now);
            case CANCELLED -> release.cancel(given.reason(), now);
        }
    }

    /** A day corrected to a later one: until then it stood where it had stood before. */
    private void takeBack(Release release, StatusChange resolution, String reason) {
        var before = StatusChange.inForce(changes.of(List.of(release))).stream()
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

    private @Nullable StatusChange resolution(Release release) {
        return release.status().awaited()
                ? null
                : StatusChange.inForce(changes.of(List.of(release))).getLast();
    }

    private LocalDate day(Release release, NewStatus given, @Nullable StatusChange resolution) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var day = given.day();
        if (day == null) {
            if (given.status() == ReleaseStatus.RELEASED) {
                throw NewStatus.refused("day", "is needed: on which day was it released?");
            }
            return resolution != null ? resolution.day() : today;
        }
        if (day.isAfter(today)) {
            throw NewStatus.refused("day", day + " has not come yet; it is " + today + " in UTC.");
        }
        var appeared = release.model().firstAppeared();
        var first = appeared == null ? null : appeared.earliest();
        if (first != null && day.isBefore(first)) {
            throw NewStatus.refused(
                    "day",
                    day + " is before there was a " + release.model().title() + ", which is since " + appeared + ".");
        }
        return day;
    }
}
