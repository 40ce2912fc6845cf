package dev.solecast.forecast;

/** What sort of statement a rumor is, strongest first: the order of the constants is the order of strength. */
public enum Kind {
    OFFICIAL,
    RETAILER_LISTING,
    TEASER,
    SIGHTING,
    REPORT,
    SPECULATION;

    /** Said by those who make, sell or saw the shoe: never a copy of what somebody else said. */
    public boolean firstHand() {
        return this != REPORT && this != SPECULATION;
    }
}
