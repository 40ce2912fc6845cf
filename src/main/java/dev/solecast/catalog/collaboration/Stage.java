package dev.solecast.catalog.collaboration;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;

/** The stage of a collaboration, determined by the rumors about its releases, or by an editor with a reason. */
public enum Stage implements WireName {
    SPECULATED("speculated"),
    EXPECTED("expected"),
    TEASED("teased"),
    CONFIRMED("confirmed"),
    RELEASED("released"),
    CANCELLED("cancelled");

    @EnumeratedValue
    private final String wireName;

    Stage(String wireName) {
        this.wireName = wireName;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
