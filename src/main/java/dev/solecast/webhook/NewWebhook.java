package dev.solecast.webhook;

import dev.solecast.http.MultiLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A webhook to be added or changed; a field left out of the filter does not restrict it.
 *
 * @param state {@code active} or {@code paused}; null leaves the state unchanged, and means active for a new webhook
 * @param after sequence number after which to begin; null leaves the progress unchanged, and makes a new webhook begin
 *     with the next change
 */
@Schema(name = "NewWebhook")
public record NewWebhook(
        @Schema(description = "Where to deliver; https.", examples = "https://partner.example/hooks/solecast")
        @NotBlank
        @Size(max = 2000)
        String url,

        @Schema(description = "For people.", examples = "The shop's calendar") @MultiLine @Size(max = 200) @Nullable
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
