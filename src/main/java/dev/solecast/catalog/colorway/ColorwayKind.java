package dev.solecast.catalog.colorway;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;

/** Whether a colorway is made by the brand alone or with a collaborator. */
public enum ColorwayKind implements WireName {
    GENERAL("general"),
    COLLABORATION("collaboration");

    @EnumeratedValue
    private final String wireName;

    ColorwayKind(String wireName) {
        this.wireName = wireName;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
