package dev.solecast.webhook;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A delivery as the API shows it to the owner of the webhook. */
@Schema(name = "Delivery")
public record DeliveryView(
        @Schema(description = "The place of the change in the log.", examples = "812")
        long place,

        @Schema(description = "The type of the event.", examples = "release.date-changed")
        String type,

        DeliveryStatus status,

        @Schema(description = "How often it was tried.") int attempts,

        Instant firstAt,
        Instant lastAt,

        @Schema(description = "What the receiver answered last; null if nothing.", examples = "204") @Nullable
        Integer responseStatus,

        @Schema(description = "How long the last attempt took.", examples = "38")
        int milliseconds,

        @Schema(description = "What went wrong in the last attempt; null if nothing did.") @Nullable
        String error) {}
