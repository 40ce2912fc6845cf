package dev.solecast.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The values of one field before and after a change.
 *
 * @param before JSON null if it had no value
 * @param after JSON null if it has none any more
 */
@Schema(name = "FieldChange", description = "What one field was and is; null is no value.")
public record FieldChange(
        @JsonProperty("old") @Schema(implementation = Object.class, nullable = true)
        JsonNode before,

        @JsonProperty("new") @Schema(implementation = Object.class, nullable = true)
        JsonNode after) {}
