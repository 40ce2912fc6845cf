package dev.solecast.feed;

import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.list.DatedRelease;
import dev.solecast.release.sale.LaunchTime;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The slot of a release in a calendar. Days are those of the calendar's reader, whatever the time zone. */
sealed interface CalendarSlot {

    /** The days of the longest month. */
    int MOST_DAYS = 31;

    /** Whole days, both included. */
    record Days(LocalDate first, LocalDate last) implements CalendarSlot {}

    /** A local time in a time zone. */
    record Moment(LaunchTime launch) implements CalendarSlot {}

    /**
     * The launch time, the day of the release, or the days of its window; null where it has no slot. A launch time
     * outside the date is older than the date, and no longer valid.
     */
    static @Nullable CalendarSlot of(DatedRelease release, LongWindows longWindows) {
        var date = release.date();
        if (release.status() == ReleaseStatus.RELEASED) {
            return of(release.launch(), release.releasedOn(), release.releasedOn(), longWindows);
        }
        return date == null
                ? of(release.launch(), null, null, longWindows)
                : of(release.launch(), date.earliest(), date.latest(), longWindows);
    }

    private static @Nullable CalendarSlot of(
            @Nullable LaunchTime launch, @Nullable LocalDate first, @Nullable LocalDate last, LongWindows longWindows) {
        if (launch != null && contains(first, last, launch.local().toLocalDate())) {
            return new Moment(launch);
        } else if (last == null) {
            return null;
        } else if (first != null && ChronoUnit.DAYS.between(first, last) < MOST_DAYS) {
            return new Days(first, last);
        }
        return longWindows == LongWindows.END ? new Days(last, last) : null;
    }

    private static boolean contains(@Nullable LocalDate first, @Nullable LocalDate last, LocalDate day) {
        return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
    }
}
