package dev.solecast.catalog.collaboration;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;

/** The kind of statement in a rumor, strongest first; here because the catalogue shows the strongest rumors. */
public enum RumorKind implements WireName {
    OFFICIAL("official"),
    RETAILER_LISTING("retailer-listing"),
    TEASER("teaser"),
    SIGHTING("sighting"),
    REPORT("report"),
    SPECULATION("speculation");

    @EnumeratedValue
    private final String wireName;

    RumorKind(String wireName) {
        this.wireName = wireName;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
