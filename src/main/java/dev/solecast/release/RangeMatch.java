package dev.solecast.release;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;

/** How a window must lie to a range of days to be found by it. */
public enum RangeMatch implements WireName {
    /** It shares a day with the range. */
    POSSIBLE("possible"),
    /** None of its days lies outside the range. */
    CERTAIN("certain"),
    /** The forecast gives the range at least one chance in two. */
    LIKELY("likely");

    /** From which chance on a range is called likely. */
    public static final double LIKELY_CHANCE = 0.5;

    private final String word;

    RangeMatch(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
