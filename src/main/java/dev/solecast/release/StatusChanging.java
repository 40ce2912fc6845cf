package dev.solecast.release;

import dev.solecast.http.Slug;
import dev.solecast.release.date.Window;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moves a release through its life. Whoever spoke about one that came or was cancelled is scored in the same
 * transaction, and so is the forecast; taking that back takes the scores back.
 */
@ApplicationScoped
@Transactional
public class StatusChanging {

    private final Releases releases;
    private final StatusChanges changes;
    private final Scorekeeping scores;
    private final Forecasts forecasts;
    private final Standing standing;
    private final Clock clock;

    StatusChanging(
            Releases releases,
            StatusChanges changes,
            Scorekeeping scores,
            Forecasts forecasts,
            Standing standing,
            Clock clock) {
        this.releases = releases;
        this.changes = changes;
        this.scores = scores;
        this.forecasts = forecasts;
        this.standing = standing;
        this.clock = clock;
    }

    /**
     * Changes where a release stands; what cannot follow from where it stands is a conflict that says what can.
     *
     * @param release the slug of the release
     * @param by who decided it
     */
    public void change(String release, @Valid NewStatus given, String by) {
        change(releases.get(new Slug(release)), given, by);
    }

    void change(Release release, NewStatus given, String by) {
        var resolution = resolution(release);
        var day = day(release, given, resolution);
        var window = given.date();
        move(release, given, day, window);
        if (resolution != null
                && day.isAfter(resolution.day())
                && !given.status().awaited()) {
            takeBack(release, resolution, given.reason(), by);
        }
        changes.persist(new StatusChange(release, day, given.status(), window, given.reason(), clock.instant(), by));
        changes.flush();
        scores.settle(release);
        forecasts.renew(release);
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
    private void takeBack(Release release, StatusChange resolution, String reason, String by) {
        var before = StatusChange.inForce(changes.of(List.of(release))).stream()
                .filter(change -> change.status().awaited())
                .reduce((earlier, later) -> later);
        changes.persistAndFlush(new StatusChange(
                release,
                resolution.day(),
                before.map(StatusChange::status).orElse(ReleaseStatus.RUMORED),
                before.map(StatusChange::window).orElse(null),
                reason,
                clock.instant(),
                by));
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
