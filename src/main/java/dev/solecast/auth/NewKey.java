package dev.solecast.auth;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The request to issue a key.
 *
 * @param trusted whether a contributor's submissions are accepted without review; false by default
 * @param origins the web origins whose pages may use the key, none by default; programs may use it anywhere
 * @param expiresAt the instant of expiry; null if the key never expires
 */
@Schema(name = "NewKey")
public record NewKey(
        @Schema(
                description = "Who or what it is for: the log of changes calls its holder so.",
                examples = "Sneaker bot")
        @NotBlank
        @Size(max = 100)
        @Pattern(regexp = "[^\\x00-\\x1f\\x7f]*", message = "must not contain control characters")
        String name,

        @NotNull Role role,

        @Schema(description = "For a contributor: what it sends in needs no review.") @Nullable
        Boolean trusted,

        @Schema(
                description = "The web origins from whose pages it may be used. Programs may use it anywhere.",
                examples = "[\"https://drops.example\"]")
        @Size(max = 20)
        List<
                        @NotNull @Size(max = 255)
                        @Pattern(
                                regexp = "https?://[a-z0-9.-]+(:[0-9]{1,5})?|https?://\\[[0-9a-f:.]+\\](:[0-9]{1,5})?",
                                message = "must be a web origin, such as https://drops.example")
                        String>
                origins,

        @Schema(description = "When it ends by itself; null: never.") @Nullable
        Instant expiresAt) {

    public NewKey {
        origins = origins == null ? List.of() : origins;
    }
}
