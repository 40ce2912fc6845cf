package dev.solecast.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a webhook is told of changes; none is lost while it is not. */
@Schema(
        name = "WebhookState",
        description = "`active`; `paused` by its owner; `disabled` by this service, because nothing could be delivered"
                + " for days or its key is over; `gone`, because the receiver answered 410. Setting it active again"
                + " goes on where it stopped.")
public enum WebhookState implements WireName {
    ACTIVE("active"),
    PAUSED("paused"),
    DISABLED("disabled"),
    GONE("gone");

    @EnumeratedValue
    private final String word;

    WebhookState(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
