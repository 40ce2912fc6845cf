package dev.solecast.catalog;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reference to something by its slug, with the name to show for it. */
@Schema(name = "Named")
public record Named(
        @Schema(examples = "new-balance") String slug,
        @Schema(examples = "New Balance") String name) {

    static Named of(Brand brand) {
        return new Named(brand.slug(), brand.name());
    }

    /** A model by its own name, without its brand's; null stays null. */
    public static @Nullable Named of(@Nullable Model model) {
        return model == null ? null : new Named(model.slug(), model.name());
    }
}
