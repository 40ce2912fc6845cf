package dev.solecast.http.page;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;

/** The optional parts of a page that every list supports. */
public enum Include implements WireName {
    /** The number of rows on all pages. */
    TOTAL;

    @Override
    @JsonValue
    public String wireName() {
        return "total";
    }
}
