package dev.solecast.catalog.model;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;

/** The relation of a related model to the model that refers to it. */
public enum Relation implements WireName {
    EARLIER_REVIVAL("earlier-revival"),
    PREDECESSOR("predecessor"),
    SUCCESSOR("successor"),
    VARIANT("variant");

    @EnumeratedValue
    private final String wireName;

    Relation(String wireName) {
        this.wireName = wireName;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
