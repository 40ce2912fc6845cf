package dev.solecast.release.sale;

import dev.solecast.date.Window;
import dev.solecast.http.SelfValidating;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A local time and its zone, and the instant that follows from them. */
@Schema(name = "LaunchTime")
public record LaunchTime(
        @Schema(description = "On the clocks there, without an offset.", examples = "2027-03-06T10:00:00")
        LocalDateTime local,

        @Schema(description = "IANA zone name.", examples = "America/New_York")
        String zone,

        @Schema(description = "The same as an instant.", examples = "2027-03-06T15:00:00Z")
        Instant instant) {

    /**
     * Returns null while the time or its zone is unknown. Of a time that the clocks there show twice, the first is
     * meant.
     */
    public static @Nullable LaunchTime of(@Nullable LocalDateTime local, @Nullable ZoneId zone) {
        return local == null || zone == null
                ? null
                : new LaunchTime(local, zone.getId(), local.atZone(zone).toInstant());
    }

    /** Whether its day is one of the date; a time of another day belongs to a date that no longer counts. */
    public boolean isOn(@Nullable Window date) {
        return date == null || date.contains(local.toLocalDate());
    }

    /** Reports the time under the name of its field if the clocks in the zone never show it. */
    public static void refuseSkipped(
            String field, @Nullable LocalDateTime local, @Nullable ZoneId zone, SelfValidating.Violations violations) {
        if (local != null
                && zone != null
                && zone.getRules().getValidOffsets(local).isEmpty()) {
            violations.add(
                    field,
                    "is a time that the clocks in " + zone + " skip; they go from "
                            + zone.getRules().getTransition(local).getDateTimeBefore() + " to "
                            + zone.getRules().getTransition(local).getDateTimeAfter());
        }
    }
}
