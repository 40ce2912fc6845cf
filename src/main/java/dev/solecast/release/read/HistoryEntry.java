package dev.solecast.release.read;

import dev.solecast.entry.WindowView;
import dev.solecast.release.ForecastView;
import dev.solecast.release.ReleaseSnapshot;
import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.RumorView;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An event in the history of a release, and the state of the release after it.
 *
 * @param number its position in the history, from 1
 * @param rumor the rumor that was said or retracted; null for a change of status
 */
@Schema(name = "HistoryEntry", description = "Something that moved a release, and where it stood after it.")
public record HistoryEntry(
        long number,
        LocalDate day,

        @Schema(enumeration = {"rumor", "retraction", "status"})
        String cause,

        @Nullable RumorView rumor,

        @Schema(description = "Why the status changed or the rumor was taken back.") @Nullable
        String reason,

        ReleaseStatus status,

        @Schema(description = "The window that counted as its date then.") @Nullable
        WindowView date,

        @Nullable ForecastView forecast) {

    static HistoryEntry of(HistoryStep step, ReleaseSnapshot after) {
        return new HistoryEntry(
                step.number(),
                step.day(),
                step.cause().name().toLowerCase(Locale.ROOT),
                step.rumor() == null ? null : RumorView.of(step.rumor()),
                step.reason(),
                after.status(),
                WindowView.of(after.date()),
                ForecastView.of(after));
    }
}
