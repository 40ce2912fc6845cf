package dev.solecast.release;

import dev.solecast.catalog.collaboration.Stage;
import dev.solecast.date.Window;
import dev.solecast.forecast.Assessment;
import dev.solecast.forecast.Forecast;
import dev.solecast.forecast.ForecastMethod;
import dev.solecast.forecast.Records;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a release as of one day: all that changes with rumors, with edits and with the passing of days.
 *
 * @param today the day that decides what is overdue
 * @param releasedOn null unless it was released by then
 * @param stage the stage of its collaboration; null if it has none
 * @param date null if nobody had named a window
 * @param assessment null if nobody had said anything, or it is no longer awaited
 * @param forecast the same assessment on the day in UTC
 */
public record ReleaseSnapshot(
        LocalDate today,
        ReleaseStatus status,
        @Nullable String statusReason,
        @Nullable LocalDate releasedOn,
        @Nullable Stage stage,
        @Nullable Window date,
        RumorTotals rumorTotals,
        @Nullable Assessment assessment,
        @Nullable Forecast forecast) {

    /** The sort key of a missing day, after all others; the database uses the same. */
    public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /**
     * The state today, from the columns stored with the release.
     *
     * @param today the day in the caller's zone
     * @param utc the day in UTC at the same moment
     */
    public static ReleaseSnapshot now(Release release, LocalDate today, LocalDate utc) {
        var assessment = release.assessment();
        return new ReleaseSnapshot(
                today,
                release.status(),
                release.statusReason(),
                release.releasedOn(),
                release.collaboration() == null ? null : release.collaboration().stage(),
                release.date(),
                release.rumorTotals(),
                assessment,
                assessment == null ? null : assessment.on(utc));
    }

    /**
     * The state as of a past day, from the rumors and changes of status up to then.
     *
     * @param rumors all rumors about the release that count as of that day
     * @param changes all changes that count and are in force, oldest first
     */
    public static ReleaseSnapshot asOf(
            AsOf asOf, List<Rumor> rumors, List<StatusChange> changes, @Nullable Stage stage, Records records) {
        var last = changes.isEmpty() ? null : changes.getLast();
        var status = last == null ? ReleaseStatus.RUMORED : last.status();
        var totals = RumorTotals.of(rumors);
        var editorsWindow = changes.stream()
                .filter(change -> change.status().awaited())
                .reduce((earlier, later) -> later)
                .map(StatusChange::window)
                .orElse(null);
        var assessment = status.awaited()
                ? ForecastMethod.assess(
                        rumors.stream()
                                .map(rumor -> rumor.evidence().asUnretracted())
                                .toList(),
                        records,
                        asOf.day())
                : null;
        return new ReleaseSnapshot(
                asOf.day(),
                status,
                last == null ? null : last.reason(),
                status == ReleaseStatus.RELEASED && last != null ? last.day() : null,
                stage,
                editorsWindow == null ? totals.window() : editorsWindow,
                totals,
                assessment,
                assessment == null ? null : assessment.on(asOf.day()));
    }

    /** The group in the upcoming list; null once it is released or cancelled. */
    public @Nullable UpcomingGroup group() {
        return UpcomingGroup.of(status, date, today);
    }

    /** The chance that it comes inside the window shown as its date; null without a date or a forecast. */
    public @Nullable Double confidence() {
        return date == null || forecast == null ? null : forecast.confidence(date);
    }

    /** The sort key by likeliest day: {@link #NEVER} if there is none. */
    public LocalDate likeliest() {
        var day = forecast == null ? null : forecast.likeliest();
        return day == null ? NEVER : day;
    }

    /** The first sort key by date, as in the database: {@link #NEVER} for an open end or no date. */
    public LocalDate sortDay() {
        var last = date == null ? null : date.latest();
        return last == null ? NEVER : last;
    }

    /** The second sort key by date, as in the database: narrow windows first, then open ends, then no date. */
    public long sortSpan() {
        return date == null ? Integer.MAX_VALUE : date.days().orElse(Integer.MAX_VALUE - 1);
    }
}
