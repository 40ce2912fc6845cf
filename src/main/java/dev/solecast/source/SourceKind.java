package dev.solecast.source;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;

/** What a source is. */
public enum SourceKind implements WireName {
    BRAND("brand"),
    RETAILER("retailer"),
    PUBLICATION("publication"),
    LEAKER("leaker"),
    COMMUNITY("community");

    @EnumeratedValue
    private final String word;

    SourceKind(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
