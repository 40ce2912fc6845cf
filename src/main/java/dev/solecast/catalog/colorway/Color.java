package dev.solecast.catalog.colorway;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A color of a colorway.
 *
 * @param name lower case, without its finish: {@code grey}
 * @param finish for example {@code metallic}; null if plain or unknown
 * @param part the part of the shoe, for example {@code tongue}; null if it is a main color
 */
@Embeddable
@Schema(name = "Color")
public record Color(
        @Schema(examples = "grey")
        @NotBlank
        @Size(max = 60)
        @Pattern(regexp = "[^\\p{Lu}]*", message = "must be lower case")
        String name,

        @Schema(examples = "metallic") @Size(max = 60) @Nullable
        String finish,

        @Schema(examples = "tongue") @Size(max = 60) @Nullable
        String part) {

    String label() {
        return finish == null ? name : finish + " " + name;
    }
}
