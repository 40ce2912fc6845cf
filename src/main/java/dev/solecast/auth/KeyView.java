package dev.solecast.auth;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A key as admins and its holder see it.
 *
 * @param key the full text of the key; present only in the response that issues it
 */
@Schema(name = "Key")
public record KeyView(
        @Schema(description = "Its public part, which names it in its address.", examples = "7h2kq0xv")
        String id,

        @Schema(description = "Whom the log of changes names when it is used.", examples = "Sneaker bot")
        String name,

        Role role,

        @Schema(description = "Whether what it sends in needs no review.")
        boolean trusted,

        @Schema(description = "The web origins from whose pages it may be used.")
        List<String> origins,

        Instant createdAt,

        @Schema(description = "When it ends by itself; null: never.") @Nullable
        Instant expiresAt,

        @Schema(description = "When it was last used, to the minute; null: not yet.") @Nullable
        Instant lastUsedAt,

        @Schema(description = "When it was revoked; null: it was not.") @Nullable
        Instant revokedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "All of it, shown this once: only in the answer to its issue.",
                examples = "solecast_7h2kq0xv_x3v9m0a8hq2wz7r5t1kd6yb4nc0pfgej",
                nullable = false)
        @Nullable
        String key) {

    static KeyView of(ApiKey key) {
        return of(key, null);
    }

    /** The view of a newly issued key, with its full text. */
    static KeyView of(KeyIssuing.Issued issued) {
        return of(issued.key(), issued.text().reveal());
    }

    private static KeyView of(ApiKey key, @Nullable String text) {
        return new KeyView(
                key.id(),
                key.name(),
                key.role(),
                key.trusted(),
                key.origins(),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt(),
                key.revokedAt(),
                text);
    }

    /** Omits the full text of the key from logs and messages. */
    @Override
    public String toString() {
        return name + " (" + id + ")";
    }
}
