package dev.solecast.forecast;

/** The kind of statement that a rumor is, strongest first: the order of the constants is the order of strength. */
public enum Kind {
    OFFICIAL,
    RETAILER_LISTING,
    TEASER,
    SIGHTING,
    REPORT,
    SPECULATION;

    /** Whether makers, sellers or eyewitnesses of the shoe say it: it never counts as a copy of another rumor. */
    public boolean firstHand() {
        return this != REPORT && this != SPECULATION;
    }
}
