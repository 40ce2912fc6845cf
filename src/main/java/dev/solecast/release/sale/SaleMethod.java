package dev.solecast.release.sale;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The way in which a retailer sells a release. */
@Schema(name = "Method")
public enum SaleMethod implements WireName {
    ONLINE("online"),
    DRAW("draw"),
    IN_STORE("in-store");

    @EnumeratedValue
    private final String wireName;

    SaleMethod(String wireName) {
        this.wireName = wireName;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
