package dev.solecast.http.page;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;

/** The orders of every list of named entries; a minus sign reverses one. */
public enum ListOrder implements WireName {
    NAME("name"),
    NAME_DOWN("-name"),
    UPDATED("updated"),
    UPDATED_DOWN("-updated");

    private final String wireName;

    ListOrder(String wireName) {
        this.wireName = wireName;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
