package dev.solecast.catalog.colorway;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something said of a shoe that is not equally sure of everything: a material, a trait kept from the original. */
@Schema(name = "Detail")
public record Feature(
        @Schema(examples = "mesh underlays") @NotBlank @Size(max = 200)
        String name,

        @NotNull Certainty certainty) {}
