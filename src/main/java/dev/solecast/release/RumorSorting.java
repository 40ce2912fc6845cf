package dev.solecast.release;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import dev.solecast.http.page.Sort;

/** The orders of a list of rumors. */
public enum RumorSorting implements WireName {
    SAID("said"),
    SAID_DOWN("-said");

    private final String wireName;

    RumorSorting(String wireName) {
        this.wireName = wireName;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }

    public Sort<Rumor> sort() {
        var said = Sort.Key.<Rumor>day("u.saidBy", Rumor::saidBy);
        var id = Sort.Key.<Rumor>number("u.id", Rumor::id);
        return this == SAID ? Sort.ascending(said, id) : Sort.descending(said, id);
    }
}
