package dev.solecast.catalog.model;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;

/** What a related model is to the model that names it. */
public enum Relation implements WireName {
    EARLIER_REVIVAL("earlier-revival"),
    PREDECESSOR("predecessor"),
    SUCCESSOR("successor"),
    VARIANT("variant");

    @EnumeratedValue
    private final String word;

    Relation(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
