package dev.solecast.date;

import java.util.Locale;

/** The precision of a window; {@code 2027-03-XX} is no finer than {@code 2027-03}. */
public enum Precision {
    DAY,
    MONTH,
    QUARTER,
    SEASON,
    HALF,
    YEAR,
    DECADE,
    INTERVAL;

    /** The name in JSON and in the database: {@code month}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
