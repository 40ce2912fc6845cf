package dev.solecast.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The status of a delivery. */
@Schema(
        name = "DeliveryStatus",
        description = "`delivered`: answered with a status of 200 to 299; `retrying`: not yet, and tried again, if its"
                + " webhook is paused when that is active again; `failed`: given up, and delivered only if you"
                + " ask for it or set a webhook active again that is disabled or gone.")
public enum DeliveryStatus implements WireName {
    DELIVERED("delivered"),
    RETRYING("retrying"),
    FAILED("failed");

    @EnumeratedValue
    private final String wireName;

    DeliveryStatus(String wireName) {
        this.wireName = wireName;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
