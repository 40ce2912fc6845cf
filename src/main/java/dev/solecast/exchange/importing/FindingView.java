package dev.solecast.exchange.importing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of a line.
 *
 * @param line its number in the file, from 1
 * @param field at fault or kept; null if it is none in particular
 * @param reason what is wrong and what would be right
 */
@Schema(name = "Finding")
public record FindingView(
        @Schema(examples = "12") long line,
        FindingKind kind,
        @Schema(examples = "brand") @Nullable String field,

        @Schema(examples = "there is no brand \"new-ballance\"; add it first, or correct the slug.")
        String reason) {}
