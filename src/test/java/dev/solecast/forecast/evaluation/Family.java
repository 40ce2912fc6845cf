package dev.solecast.forecast.evaluation;

/** The two sorts of invented worlds. */
public enum Family {
    /** What the method supposes: sources err each on their own, and dates that move mostly move late. */
    SUPPOSED,
    /** What it does not: sources err together, dates move both ways, errors have heavy tails, copies come late. */
    HOSTILE;

    /** Days, one standard deviation: an error that all who have no part in the release share. */
    double sharedError() {
        return this == HOSTILE ? 20 : 0;
    }

    /** Added to the share of each source's rumors that are wrong. */
    double moreWrong() {
        return this == HOSTILE ? 0.08 : 0;
    }

    /** The longest a copy waits, in days. */
    int copyDelay() {
        return this == HOSTILE ? 12 : 2;
    }
}
