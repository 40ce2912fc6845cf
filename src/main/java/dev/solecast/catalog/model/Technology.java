package dev.solecast.catalog.model;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A technology built into a model, and its purpose. */
@Schema(name = "Technology")
public record Technology(
        @Schema(examples = "ABZORB") @NotBlank @Size(max = 100)
        String name,

        @Schema(examples = "cushioning in the sole") @Size(max = 200) @Nullable
        String purpose) {}
