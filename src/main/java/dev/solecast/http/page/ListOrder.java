package dev.solecast.http.page;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;

/** The orders that every list by name knows; a minus sign turns one round. */
public enum ListOrder implements WireName {
    NAME("name"),
    NAME_DOWN("-name"),
    UPDATED("updated"),
    UPDATED_DOWN("-updated");

    private final String word;

    ListOrder(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
