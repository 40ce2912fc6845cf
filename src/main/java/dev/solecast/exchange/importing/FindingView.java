package dev.solecast.exchange.importing;

import dev.solecast.change.FieldChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A finding about a line of an import, as shown to callers.
 *
 * @param line the number of the line in the file, from 1
 * @param field the field at fault or kept; null if it is none in particular
 * @param reason says the error and how to correct it
 * @param change what the field was and would become, of a dry run; null of the other kinds
 */
@Schema(name = "Finding")
public record FindingView(
        @Schema(examples = "12") long line,
        FindingKind kind,
        @Schema(examples = "brand") @Nullable String field,

        @Schema(examples = "there is no brand \"new-ballance\"; add it first, or correct the slug.")
        String reason,

        @Schema(
                description = "What the field was and would become; of `changed` only. Of a value longer than 1,000"
                        + " characters the beginning, as a text.")
        @Nullable
        FieldChange change) {}
