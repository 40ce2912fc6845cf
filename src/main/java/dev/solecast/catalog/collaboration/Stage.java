package dev.solecast.catalog.collaboration;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;

/** How far a collaboration has come, moved by the rumors about its releases or by an editor with a reason. */
public enum Stage implements WireName {
    SPECULATED("speculated"),
    EXPECTED("expected"),
    TEASED("teased"),
    CONFIRMED("confirmed"),
    RELEASED("released"),
    CANCELLED("cancelled");

    @EnumeratedValue
    private final String word;

    Stage(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
