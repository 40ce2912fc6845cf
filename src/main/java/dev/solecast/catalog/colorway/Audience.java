package dev.solecast.catalog.colorway;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;

/** Whom a colorway is sized for. */
public enum Audience implements WireName {
    MEN("men"),
    WOMEN("women"),
    KIDS("kids"),
    UNISEX("unisex");

    @EnumeratedValue
    private final String word;

    Audience(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
