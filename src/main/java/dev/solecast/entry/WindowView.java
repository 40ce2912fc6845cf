package dev.solecast.entry;

import dev.solecast.date.Window;
import dev.solecast.http.LocalizedText;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The view of a window for callers.
 *
 * @param earliest its first day; null where the start is open or unknown
 * @param latest its last day; null where the end is open or unknown
 */
@Schema(name = "Window", description = "Days in which something may happen, at the precision its source gave.")
public record WindowView(
        @Schema(description = "EDTF (ISO 8601-2), as the source gave it.", examples = "2027-03")
        String edtf,

        @Schema(
                implementation = String.class,
                description = "For people, in the language that Accept-Language asks for.",
                examples = "March 2027")
        LocalizedText label,

        @Schema(
                enumeration = {"day", "month", "quarter", "season", "half", "year", "decade", "interval"},
                examples = "month")
        String precision,

        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        @Schema(description = "The source doubts it.") boolean uncertain,

        @Schema(description = "The source means it roughly.")
        boolean approximate) {

    /** The view of a window; null if it is null. */
    public static @Nullable WindowView of(@Nullable Window window) {
        return window == null ? null : known(window);
    }

    /** The view of a window that is not null. */
    public static WindowView known(Window window) {
        return new WindowView(
                window.edtf(),
                new WindowLabel(window),
                window.precision().wireName(),
                window.earliest(),
                window.latest(),
                window.uncertain(),
                window.approximate());
    }

    /** The label of a window in a language. */
    private record WindowLabel(Window window) implements LocalizedText {
        @Override
        public String in(Locale language) {
            return window.label(language);
        }

        @Override
        public String toString() {
            return window.label();
        }
    }
}
