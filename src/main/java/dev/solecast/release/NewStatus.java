package dev.solecast.release;

import dev.solecast.date.InvalidEdtf;
import dev.solecast.date.Window;
import dev.solecast.http.MultiLine;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request to change the status of a release.
 *
 * @param status the new status; {@code rumored} undoes an earlier decision
 * @param day the day on which it became true, by the calendar of the region; required for {@code released}, where it is
 *     the day of the first general sale. Otherwise the default is today there (in UTC for EU and WW) or, if a release or a
 *     cancellation is undone, the day of that one
 * @param window EDTF, for {@code confirmed} and {@code delayed}: the date from now on, whatever the rumors say; null
 *     leaves the date to them
 */
@Schema(name = "NewStatus")
public record NewStatus(
        @NotNull ReleaseStatus status,
        @Nullable LocalDate day,
        @Size(max = 40) @Nullable String window,
        @MultiLine @NotBlank @Size(max = 500) String reason) {

    /** The request that would record the same change again. */
    public static NewStatus of(StatusChange change) {
        var window = change.window();
        return new NewStatus(change.status(), change.day(), window == null ? null : window.edtf(), change.reason());
    }

    /** Where a release stands of which nothing but rumors is known. */
    public static NewStatus rumored() {
        return new NewStatus(ReleaseStatus.RUMORED, null, null, "");
    }

    /** Whether this asks for a change that was recorded as the other one; a day that is left out may be any. */
    public boolean isOnRecordAs(NewStatus recorded) {
        return recorded.equals(day == null ? new NewStatus(status, recorded.day, window, reason) : this);
    }

    /** Parses {@code window}; null if there is none. Text that is not EDTF or does not fit the status is a problem. */
    public @Nullable Window parsedWindow() {
        if (window == null) {
            return null;
        }
        if (status != ReleaseStatus.CONFIRMED && status != ReleaseStatus.DELAYED) {
            throw refused("window", "goes with confirmed or delayed; leave it out.");
        }
        try {
            return Window.parse(window);
        } catch (InvalidEdtf e) {
            throw refused("window", e.getMessage());
        }
    }

    /** The problem that a field of this request is invalid. */
    public static Problem refused(String field, String why) {
        return Problem.field(ProblemCode.INVALID_BODY, field, why);
    }
}
