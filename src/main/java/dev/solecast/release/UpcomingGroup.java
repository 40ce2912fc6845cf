package dev.solecast.release;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.date.Window;
import dev.solecast.http.WireName;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a release that is still to come stands in the list of what drops next, in the order of that list. */
@Schema(name = "Group")
public enum UpcomingGroup implements WireName {
    /** Its window has not passed. */
    DATED("dated", 0),
    /** Its window has passed, and it has not come. */
    OVERDUE("overdue", 1),
    /** Nobody has named a window. */
    UNDATED("undated", 2);

    private final String word;
    private final long rank;

    UpcomingGroup(String word, long rank) {
        this.word = word;
        this.rank = rank;
    }

    /** Where a release stands today; null once it is released or cancelled. */
    public static @Nullable UpcomingGroup of(ReleaseStatus status, @Nullable Window date, LocalDate today) {
        if (!status.awaited()) {
            return null;
        }
        return date == null ? UNDATED : date.isOver(today) ? OVERDUE : DATED;
    }

    /** Its place in the list, from 0; a release that is no longer awaited comes after all of them. */
    public static long rankOf(@Nullable UpcomingGroup group) {
        return group == null ? 3 : group.rank;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
