package dev.solecast.source;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;

/** The kind of source. */
public enum SourceKind implements WireName {
    BRAND("brand"),
    RETAILER("retailer"),
    PUBLICATION("publication"),
    LEAKER("leaker"),
    COMMUNITY("community");

    @EnumeratedValue
    private final String wireName;

    SourceKind(String wireName) {
        this.wireName = wireName;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
