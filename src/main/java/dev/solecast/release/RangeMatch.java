package dev.solecast.release;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;

/** The relation between a window and a range of days that a filter asks for. */
public enum RangeMatch implements WireName {
    /** It shares a day with the range. */
    POSSIBLE("possible"),
    /** None of its days lies outside the range. */
    CERTAIN("certain"),
    /** The forecast gives the range at least one chance in two. */
    LIKELY("likely");

    /** The least chance, from 0 to 1, at which a range is called likely. */
    public static final double LIKELY_CHANCE = 0.5;

    private final String wireName;

    RangeMatch(String wireName) {
        this.wireName = wireName;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
