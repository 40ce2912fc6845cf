package dev.solecast.release;

import dev.solecast.date.Window;
import dev.solecast.entry.WindowView;
import dev.solecast.http.LocalizedText;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The window that counts as a release's date.
 *
 * @param overdue whether the window has passed and the shoe has not come
 */
@Schema(name = "ReleaseDate", description = "The window that counts as a release's date.")
public record ReleaseDate(
        @Schema(description = "EDTF (ISO 8601-2), as the source gave it.", examples = "2027-03")
        String edtf,

        @Schema(
                implementation = String.class,
                description = "For people, in the language that Accept-Language asks for.",
                examples = "March 2027")
        LocalizedText label,

        @Schema(enumeration = {"day", "month", "quarter", "season", "half", "year", "decade", "interval"})
        String precision,

        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        @Schema(description = "The source doubts it.") boolean uncertain,

        @Schema(description = "The source means it roughly.")
        boolean approximate,

        @Schema(description = "It has passed, and the shoe has not come.")
        boolean overdue) {

    public static ReleaseDate of(Window window, boolean overdue) {
        var view = WindowView.known(window);
        return new ReleaseDate(
                view.edtf(),
                view.label(),
                view.precision(),
                view.earliest(),
                view.latest(),
                view.uncertain(),
                view.approximate(),
                overdue);
    }
}
