package dev.solecast.release.sale;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a retailer sells a pair. */
@Schema(name = "Method")
public enum SaleMethod implements WireName {
    ONLINE("online"),
    DRAW("draw"),
    IN_STORE("in-store");

    @EnumeratedValue
    private final String word;

    SaleMethod(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
