package dev.solecast.search;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The best hits for a text, best first.
 *
 * @param next always null, as on the last page of any list
 * @param today the day that counted as today, in the requested zone
 */
@Schema(name = "HitPage")
public record SearchResults(
        List<Hit> items,

        @Schema(description = "Always null: the list is cut at limit.") @Nullable
        String next,

        @Schema(description = "The day that counted as today.")
        LocalDate today,

        @Schema(description = "False where no entry has all that was typed, and these have most of it.")
        boolean complete) {}
