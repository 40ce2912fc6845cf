package dev.solecast.release.list;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;

/** What a list of releases can add to its page on request. */
public enum ReleaseInclude implements WireName {
    /** How many rows there are on all pages. */
    TOTAL("total"),
    /** The newest rumors of each release. */
    RUMORS("rumors");

    private final String word;

    ReleaseInclude(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
