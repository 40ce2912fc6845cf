package dev.solecast.entry;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reference to an entry by its slug, with its name for display. */
@Schema(name = "Named")
public record Named(
        @Schema(examples = "new-balance") String slug,
        @Schema(examples = "New Balance") String name) {}
