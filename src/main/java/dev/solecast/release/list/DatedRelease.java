package dev.solecast.release.list;

import dev.solecast.catalog.collaboration.RumorKind;
import dev.solecast.date.Window;
import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.sale.LaunchTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A release as calendars show it: its date, how well that is known, and who says so.
 *
 * @param uid its identifier for other systems, which never changes
 * @param moves the number of changes of its date, launch or status; never falls
 * @param overdue whether its date has passed and it has not come
 * @param happens the chance that it comes; null if it is no longer awaited, or nothing was said
 * @param confidence the chance that it comes inside its date; null if it has none
 * @param claims what is said about it and was not taken back, newest first, at most {@link #MOST_CLAIMS}
 */
public record DatedRelease(
        long id,
        UUID uid,
        int moves,
        String slug,
        String title,
        ReleaseStatus status,
        @Nullable String statusReason,
        String region,
        @Nullable Window date,
        boolean overdue,
        @Nullable LaunchTime launch,
        @Nullable LocalDate releasedOn,
        @Nullable Double happens,
        @Nullable Double confidence,
        Instant updatedAt,
        List<Claim> claims) {

    public static final int MOST_CLAIMS = 5;

    /**
     * The claim of one source.
     *
     * @param window null if no date was named
     * @param cancels whether it says that the release will not come
     */
    public record Claim(
            String source,
            RumorKind kind,
            Window saidOn,
            @Nullable Window window,
            boolean cancels) {}
}
