package dev.solecast.release;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.date.Window;
import dev.solecast.http.WireName;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The groups of awaited releases in the upcoming list, in the order of that list. */
@Schema(name = "Group")
public enum UpcomingGroup implements WireName {
    /** Its window has not passed. */
    DATED("dated", 0),
    /** Its window has passed, and it has not been released. */
    OVERDUE("overdue", 1),
    /** It has no window. */
    UNDATED("undated", 2);

    private final String wireName;
    private final long rank;

    UpcomingGroup(String wireName, long rank) {
        this.wireName = wireName;
        this.rank = rank;
    }

    /** The group of a release today; null once it is released or cancelled. */
    public static @Nullable UpcomingGroup of(ReleaseStatus status, @Nullable Window date, LocalDate today) {
        if (!status.awaited()) {
            return null;
        }
        return date == null ? UNDATED : date.isOver(today) ? OVERDUE : DATED;
    }

    /** The position of a group in the list, from 0; null, for a release no longer awaited, comes after all groups. */
    public static long rankOf(@Nullable UpcomingGroup group) {
        return group == null ? 3 : group.rank;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
