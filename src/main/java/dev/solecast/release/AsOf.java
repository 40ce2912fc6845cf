package dev.solecast.release;

import dev.solecast.http.problem.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The day from which a question looks.
 *
 * @param day what was said and what had happened by the end of this day counts (UTC)
 * @param recordedBy and this service had to know it by the end of this day; null asks no such thing
 */
public record AsOf(LocalDate day, @Nullable LocalDate recordedBy) {

    /** Null if the question is about today; a day to come is a problem. */
    public static @Nullable AsOf of(@Nullable LocalDate day, @Nullable LocalDate recordedBy, LocalDate today) {
        if (day != null && day.isAfter(today)) {
            throw Problem.parameter("asOf", day + " has not come yet; it is " + today + " in UTC.");
        }
        if (recordedBy != null && recordedBy.isAfter(today)) {
            throw Problem.parameter("recordedBy", recordedBy + " has not come yet; it is " + today + " in UTC.");
        }
        if (day == null && recordedBy == null) {
            return null;
        }
        return new AsOf(day == null ? today : day, recordedBy);
    }

    public boolean counts(Rumor rumor) {
        return rumor.standsOn(day) && (recordedBy == null || !rumor.recordedOn().isAfter(recordedBy));
    }

    public boolean counts(StatusChange change) {
        return !change.day().isAfter(day) && (recordedBy == null || change.knownBy(recordedBy));
    }
}
