package dev.solecast.http.page;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;

/** What every list can add to its page on request. */
public enum Include implements WireName {
    /** How many rows there are on all pages. */
    TOTAL;

    @Override
    @JsonValue
    public String word() {
        return "total";
    }
}
