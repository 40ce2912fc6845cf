package dev.solecast.forecast.evaluation;

/** The two kinds of simulated worlds. */
public enum Family {
    /** Worlds as the method assumes: sources err independently, and dates that move mostly move later. */
    SUPPOSED,
    /** Worlds that break its assumptions: common errors, dates that move both ways, heavy tails, late copies. */
    HOSTILE;

    /** The standard deviation, in days, of an error common to all sources but the brand. */
    double sharedError() {
        return this == HOSTILE ? 20 : 0;
    }

    /** The addition to each source's share of wrong rumors. */
    double moreWrong() {
        return this == HOSTILE ? 0.08 : 0;
    }

    /** The longest delay of a copy in days. */
    int copyDelay() {
        return this == HOSTILE ? 12 : 2;
    }
}
