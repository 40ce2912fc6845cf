package dev.solecast.feed;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;

/** The treatment of a release whose window is longer than a month in a calendar. */
public enum LongWindows implements WireName {
    /** Leaves it out until its date is known more precisely. */
    SKIP("skip"),
    /** Shows it on the last day of its window. */
    END("end");

    private final String wireName;

    LongWindows(String wireName) {
        this.wireName = wireName;
    }

    /** The most days of a window that has a slot. */
    int mostDays() {
        return this == SKIP ? CalendarSlot.MOST_DAYS : Integer.MAX_VALUE - 1;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
