package dev.solecast.release.sale;

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

    /** Returns null while the time or its zone is unknown. */
    public static @Nullable LaunchTime of(@Nullable LocalDateTime local, @Nullable ZoneId zone) {
        return local == null || zone == null
                ? null
                : new LaunchTime(local, zone.getId(), local.atZone(zone).toInstant());
    }
}
