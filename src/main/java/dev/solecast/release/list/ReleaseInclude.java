package dev.solecast.release.list;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;

/** The optional additions to a page of releases. */
public enum ReleaseInclude implements WireName {
    /** The number of rows on all pages. */
    TOTAL("total"),
    /** The newest rumors of each release. */
    RUMORS("rumors");

    private final String wireName;

    ReleaseInclude(String wireName) {
        this.wireName = wireName;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
