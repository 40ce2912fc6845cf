package dev.solecast.release;

import dev.solecast.http.problem.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The past day as of which releases are asked for. Both days are in UTC.
 *
 * @param day the day by whose end a rumor was said or a status changed, if it counts
 * @param recordedBy the day by whose end this service must have recorded it, too; null for no such limit
 */
public record AsOf(LocalDate day, @Nullable LocalDate recordedBy) {

    /** Returns null if neither day is given, which means today; a future day is a problem. */
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

    /**
     * Whether the rumor had been said and recorded in time, and not been retracted by the end of the day; a retraction
     * after {@code recordedBy} was not yet known.
     */
    public boolean counts(Rumor rumor) {
        return rumor.isUnretractedOn(lastRetraction())
                && (recordedBy == null || !rumor.recordedOn().isAfter(recordedBy));
    }

    /** The last day on which a retraction counts. */
    public LocalDate lastRetraction() {
        return recordedBy == null || day.isBefore(recordedBy) ? day : recordedBy;
    }

    /** Whether the change had happened and been recorded in time. */
    public boolean counts(StatusChange change) {
        return !change.day().isAfter(day) && (recordedBy == null || change.isRecordedBy(recordedBy));
    }
}
