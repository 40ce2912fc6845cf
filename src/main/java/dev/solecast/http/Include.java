package dev.solecast.http;

import com.fasterxml.jackson.annotation.JsonValue;

/** What every list can add to its page on request. */
public enum Include implements Word {
    /** How many rows there are on all pages. */
    TOTAL;

    @Override
    @JsonValue
    public String word() {
        return "total";
    }
}
