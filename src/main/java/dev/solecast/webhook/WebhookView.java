package dev.solecast.webhook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.solecast.http.response.Versioned;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook as the API shows it to its owner. */
@Schema(name = "Webhook")
public record WebhookView(
        @Schema(examples = "wh_3QkZx0v9LmT2aB7c") String id,

        @Schema(description = "The name of the key that made it.")
        String owner,

        String url,
        @Nullable String description,
        WebhookFilter filter,
        WebhookState state,
        Instant stateSince,

        @Schema(description = "All that it wants to hear of up to this place in the log was delivered or given up.")
        long reached,

        @Schema(description = "Since when nothing could be delivered; null while all is well.") @Nullable
        Instant failingSince,

        @Schema(
                description = "What went wrong last, or why it is disabled; null while all is well.",
                examples = "The receiver answered 500.")
        @Nullable
        String lastError,

        @Schema(description = "When the change that could not be delivered is tried again.") @Nullable
        Instant nextAttemptAt,

        Instant createdAt,

        @Schema(
                description = "With which deliveries are signed. Shown when it is new, and never again.",
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String secret,

        @Schema(description = "Until when deliveries are signed with the secret before this one too.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Instant previousSecretUntil,

        @JsonIgnore @Schema(hidden = true) int version)
        implements Versioned {

    static WebhookView of(Webhook webhook) {
        return view(webhook, null);
    }

    /** A view with the secret, for the response to its creation or rotation only. */
    static WebhookView withSecret(Webhook webhook) {
        return view(webhook, SigningSecret.text(webhook.secret()));
    }

    private static WebhookView view(Webhook webhook, @Nullable String secret) {
        return new WebhookView(
                webhook.id(),
                webhook.owner(),
                webhook.url(),
                webhook.description(),
                webhook.filter(),
                webhook.state(),
                webhook.stateSince(),
                webhook.reached(),
                webhook.failingSince(),
                webhook.lastError(),
                webhook.nextAttemptAt(),
                webhook.createdAt(),
                secret,
                webhook.previousUntil(),
                webhook.version());
    }
}
