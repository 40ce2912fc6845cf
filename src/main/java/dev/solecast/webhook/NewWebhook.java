package dev.solecast.webhook;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A webhook to be added; what is left out of the filter is not asked for.
 *
 * @param state {@code active} or {@code paused}; null leaves it as it is, which is active for a new one
 * @param after null begins with the next change there is, or leaves it as it is
 */
@Schema(name = "NewWebhook")
public record NewWebhook(
        @Schema(description = "Where to deliver; https.", examples = "https://partner.example/hooks/solecast")
        @NotBlank
        @Size(max = 2000)
        String url,

        @Schema(description = "For people.", examples = "The shop's calendar") @Size(max = 200) @Nullable
        String description,

        @Valid @Nullable WebhookFilter filter,

        @Schema(description = "`active` or `paused`. Setting it active again goes on where it stopped, at once.")
        @Nullable
        WebhookState state,

        @Schema(
                description = "The place in the log after which to begin; a new one begins with the next change.",
                examples = "812")
        @Nullable
        Long after) {

    static NewWebhook of(Webhook webhook) {
        return new NewWebhook(webhook.url(), webhook.description(), webhook.filter(), null, null);
    }

    WebhookFilter filterOrNone() {
        return filter == null ? WebhookFilter.none() : filter;
    }
}
