package dev.solecast.release.intake;

import dev.solecast.http.MultiLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request that needs nothing but a reason. */
@Schema(name = "Reason")
public record ReasonRequest(
        @Schema(examples = "The account was not theirs.") @MultiLine @NotBlank @Size(max = 500)
        String reason) {}
