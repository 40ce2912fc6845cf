package dev.solecast.catalog.colorway;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A feature of a shoe, such as a material or a trait retained from the original, and its certainty. */
@Schema(name = "Detail")
public record Feature(
        @Schema(examples = "mesh underlays") @NotBlank @Size(max = 200)
        String name,

        @NotNull Certainty certainty) {}
