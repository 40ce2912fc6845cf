package dev.solecast.entry;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reference to something by its slug, with the name to show for it. */
@Schema(name = "Named")
public record Named(
        @Schema(examples = "new-balance") String slug,
        @Schema(examples = "New Balance") String name) {}
