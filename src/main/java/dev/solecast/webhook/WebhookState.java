package dev.solecast.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether changes are delivered to a webhook; those made in the meantime are delivered later. */
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
    private final String wireName;

    WebhookState(String wireName) {
        this.wireName = wireName;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
