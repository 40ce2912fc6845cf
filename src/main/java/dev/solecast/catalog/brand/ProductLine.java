package dev.solecast.catalog.brand;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of a brand's range, with the person who leads its design; null if unknown. */
@Schema(name = "Line")
public record ProductLine(
        @Schema(examples = "Made in U.S.A.") @NotBlank @Size(max = 100)
        String name,

        @Schema(examples = "Teddy Santis") @Size(max = 100) @Nullable
        String creativeDirector) {}
