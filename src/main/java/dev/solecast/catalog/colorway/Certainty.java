package dev.solecast.catalog.colorway;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;

/** The certainty of a feature: stated as fact, apparent, or only assumed. */
public enum Certainty implements WireName {
    STATED("stated"),
    APPARENT("apparent"),
    ASSUMED("assumed");

    @EnumeratedValue
    private final String wireName;

    Certainty(String wireName) {
        this.wireName = wireName;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
