package dev.solecast.release;

import dev.solecast.date.InvalidEdtf;
import dev.solecast.date.Window;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a release is to stand from now on.
 *
 * @param status {@code rumored} takes back what was decided
 * @param day when it became true, by the calendar of the region; needed for {@code released}, the day of the first
 *     general sale. Otherwise today in UTC unless given; for what takes back a release or a cancellation the day of that
 * @param window EDTF, for {@code confirmed} and {@code delayed}: the date from now on, whatever the rumors say; null
 *     leaves the date to them
 */
@Schema(name = "NewStatus")
public record NewStatus(
        @NotNull ReleaseStatus status,
        @Nullable LocalDate day,
        @Size(max = 40) @Nullable String window,
        @NotBlank @Size(max = 500) String reason) {

    public static NewStatus of(StatusChange change) {
        var window = change.window();
        return new NewStatus(change.status(), change.day(), window == null ? null : window.edtf(), change.reason());
    }

    public @Nullable Window date() {
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

    public static Problem refused(String field, String why) {
        return Problem.field(ProblemCode.INVALID_BODY, field, why);
    }
}
