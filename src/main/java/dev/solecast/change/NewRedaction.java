package dev.solecast.change;

import dev.solecast.http.MultiLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A request to remove fields of an entry, and all values that they ever had, from the log.
 *
 * @param fields by their public names
 * @param reason logged, so it must not repeat what is to be removed
 */
@Schema(
        name = "NewRedaction",
        description = "What must be forgotten. An optional field is emptied. One that cannot be empty keeps its present"
                + " value, so change it first. What they ever were is taken out of the log.")
public record NewRedaction(
        @NotEmpty @Size(max = 40) List<@NotBlank @Size(max = 60) String> fields,

        @Schema(description = "Logged for good; it must not repeat what is to be forgotten.")
        @MultiLine
        @NotBlank
        @Size(max = 500)
        String reason) {}
