package dev.solecast.catalog.colorway;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;

/** How sure a detail is: stated as fact, seemingly so, or only assumed. */
public enum Certainty implements WireName {
    STATED("stated"),
    APPARENT("apparent"),
    ASSUMED("assumed");

    @EnumeratedValue
    private final String word;

    Certainty(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
