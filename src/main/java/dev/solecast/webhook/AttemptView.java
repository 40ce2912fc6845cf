package dev.solecast.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The result of a delivery that the caller asked for and waited for. */
@Schema(name = "DeliveryAttempt")
public record AttemptView(
        @Schema(description = "The webhook-id that was sent.", examples = "msg_wh_3QkZx0v9LmT2aB7c_812")
        String id,

        @Schema(description = "The type of the event.", examples = "test")
        String type,

        @Schema(description = "Whether the receiver took it.")
        boolean delivered,

        @Schema(description = "What the receiver answered; null if nothing.", examples = "204") @Nullable
        Integer responseStatus,

        @Schema(description = "How long it took.", examples = "38")
        int milliseconds,

        @Schema(description = "What went wrong; null if nothing did.") @Nullable
        String error) {

    static AttemptView of(Message message, AttemptResult result) {
        return new AttemptView(
                message.id(),
                message.type(),
                result.delivered(),
                result.status(),
                result.milliseconds(),
                result.error());
    }
}
