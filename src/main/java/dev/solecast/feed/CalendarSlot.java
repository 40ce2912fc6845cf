package dev.solecast.feed;

import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.ReleaseView;
import dev.solecast.release.sale.LaunchTime;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Where a release stands in a calendar. Days are days of the calendar's reader, and move with no zone. */
sealed interface CalendarSlot {

    /** As many as the longest month has. */
    int MOST_DAYS = 31;

    /** Whole days, both included. */
    record Days(LocalDate first, LocalDate last) implements CalendarSlot {}

    /** A moment on the clocks of a zone. */
    record Moment(LaunchTime launch) implements CalendarSlot {}

    /**
     * The day it came, the hour it will, or the days on which it may; null where that is nowhere. An hour that lies
     * outside the date is older than it, and no longer holds.
     */
    static @Nullable CalendarSlot of(ReleaseView release, LongWindows vague) {
        var date = release.date();
        if (release.status() == ReleaseStatus.RELEASED) {
            return of(release.launch(), release.releasedOn(), release.releasedOn(), vague);
        }
        return date == null
                ? of(release.launch(), null, null, vague)
                : of(release.launch(), date.earliest(), date.latest(), vague);
    }

    private static @Nullable CalendarSlot of(
            @Nullable LaunchTime launch, @Nullable LocalDate first, @Nullable LocalDate last, LongWindows vague) {
        if (launch != null && contains(first, last, launch.local().toLocalDate())) {
            return new Moment(launch);
        } else if (last == null) {
            return null;
        } else if (first != null && ChronoUnit.DAYS.between(first, last) < MOST_DAYS) {
            return new Days(first, last);
        }
        return vague == LongWindows.END ? new Days(last, last) : null;
    }

    private static boolean contains(@Nullable LocalDate first, @Nullable LocalDate last, LocalDate day) {
        return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
    }
}
