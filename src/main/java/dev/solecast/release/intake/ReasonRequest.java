package dev.solecast.release.intake;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is done that others have to understand. */
@Schema(name = "Reason")
public record ReasonRequest(
        @Schema(examples = "The account was not theirs.") @NotBlank @Size(max = 500)
        String reason) {}
