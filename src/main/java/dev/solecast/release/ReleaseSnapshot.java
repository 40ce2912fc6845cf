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
 * Where a release stands as seen from one day: what changes with rumors, with editors and with the days.
 *
 * @param today the day that decides what is overdue
 * @param releasedOn null unless it was released by then
 * @param stage of its collaboration; null if it has none
 * @param date null if nobody had named a window
 * @param judgement null if nobody had said anything, or it is no longer awaited
 * @param forecast the same judgement on the day in UTC
 */
public record ReleaseSnapshot(
        LocalDate today,
        ReleaseStatus status,
        @Nullable String statusReason,
        @Nullable LocalDate releasedOn,
        @Nullable Stage stage,
        @Nullable Window date,
        RumorTotals digest,
        @Nullable Assessment judgement,
        @Nullable Forecast forecast) {

    /** Stands for no day: after all others, as the database has it. */
    public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /**
     * From what is stored with the release.
     *
     * @param today in the caller's zone
     * @param day the same moment's day in UTC
     */
    public static ReleaseSnapshot now(Release release, LocalDate today, LocalDate day) {
        var judgement = release.judgement();
        return new ReleaseSnapshot(
                today,
                release.status(),
                release.statusReason(),
                release.releasedOn(),
                release.collaboration() == null ? null : release.collaboration().stage(),
                release.date(),
                release.digest(),
                judgement,
                judgement == null ? null : judgement.on(day));
    }

    /**
     * From what was said and had happened by then.
     *
     * @param rumors all about the release that count
     * @param changes all that count and are in force, oldest first
     */
    public static ReleaseSnapshot then(
            AsOf asOf, List<Rumor> rumors, List<StatusChange> changes, @Nullable Stage stage, Records records) {
        var last = changes.isEmpty() ? null : changes.getLast();
        var status = last == null ? ReleaseStatus.RUMORED : last.status();
        var digest = RumorTotals.of(rumors);
        var set = changes.stream()
                .filter(change -> change.status().awaited())
                .reduce((earlier, later) -> later)
                .map(StatusChange::window)
                .orElse(null);
        var judgement = status.awaited()
                ? ForecastMethod.judge(rumors.stream().map(Rumor::evidence).toList(), records, asOf.day())
                : null;
        return new ReleaseSnapshot(
                asOf.day(),
                status,
                last == null ? null : last.reason(),
                status == ReleaseStatus.RELEASED && last != null ? last.day() : null,
                stage,
                set == null ? digest.window() : set,
                digest,
                judgement,
                judgement == null ? null : judgement.on(asOf.day()));
    }

    /** Null once it is released or cancelled. */
    public @Nullable UpcomingGroup group() {
        return UpcomingGroup.of(status, date, today);
    }

    /** The chance that it comes inside the window shown as its date; null without a date or a forecast. */
    public @Nullable Double confidence() {
        return date == null || forecast == null ? null : forecast.confidence(date);
    }

    /** For orders: undated and resolved ones after all days. */
    public LocalDate likeliest() {
        var day = forecast == null ? null : forecast.likeliest();
        return day == null ? NEVER : day;
    }

    /** As the database orders releases by date: open ends after all days, undated after those. */
    public LocalDate sortDay() {
        var last = date == null ? null : date.latest();
        return last == null ? NEVER : last;
    }

    /** Narrower windows first among those with the same last day. */
    public long sortSpan() {
        return date == null ? Integer.MAX_VALUE : date.days().orElse(Integer.MAX_VALUE - 1);
    }
}
