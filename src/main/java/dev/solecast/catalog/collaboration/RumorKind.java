package dev.solecast.catalog.collaboration;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import jakarta.persistence.EnumeratedValue;

/** What kind of statement a rumor is, strongest first. Here because the catalogue shows the strongest of a thing's rumors. */
public enum RumorKind implements WireName {
    OFFICIAL("official"),
    RETAILER_LISTING("retailer-listing"),
    TEASER("teaser"),
    SIGHTING("sighting"),
    REPORT("report"),
    SPECULATION("speculation");

    @EnumeratedValue
    private final String word;

    RumorKind(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
