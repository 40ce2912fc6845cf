package dev.solecast.catalog.colorway;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;

/** The people that a colorway is sized for. */
public enum Audience implements WireName {
    MEN("men"),
    WOMEN("women"),
    KIDS("kids"),
    UNISEX("unisex");

    @EnumeratedValue
    private final String wireName;

    Audience(String wireName) {
        this.wireName = wireName;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
