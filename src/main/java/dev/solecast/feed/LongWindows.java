package dev.solecast.feed;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;

/** What a calendar does with a release whose window is longer than a month. */
public enum LongWindows implements WireName {
    /** Leaves it out until it is known better. */
    SKIP("skip"),
    /** Shows it on the last day of its window. */
    END("end");

    private final String word;

    LongWindows(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
