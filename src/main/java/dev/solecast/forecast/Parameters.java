package dev.solecast.forecast;

/**
 * The numbers of the method, version 1. What is "fitted" was chosen on simulated worlds of the seeds 1 to 20, which the
 * published evaluation does not use; what is "supposed" rests on judgment and says so.
 */
final class Parameters {
    private Parameters() {}

    /** How far ahead {@code happens} and the scores look: two years, past which nobody announces shoes. Supposed. */
    static final int HORIZON_DAYS = 730;

    /** The farthest day a belief holds: twenty years bound the work that one odd rumor can cause. */
    static final int LONGEST_DAYS = 7320;

    /** Rumors with a known end that the first guess about a kind weighs as much as: few, as slips are seen soon. Fitted. */
    static final double PRIOR_WEIGHS_RUMORS = 20;

    /** The same for the chance to come at all: many, since the shoes that never come are the last to be resolved. Fitted. */
    static final double PRIOR_WEIGHS_RELEASES = 200;

    /** Rumors of its own after which a source counts as much as the average of its kind. Fitted. */
    static final double KIND_WEIGHS_RUMORS = 8;

    /** The same for the chance to come at all, which depends on the shoe far more than on who speaks of it. Fitted. */
    static final double KIND_WEIGHS_RELEASES = 80;

    /** Added to each expected error, in days, so that no voice drowns the others by claiming to be exact. Fitted. */
    static final double LEAST_ERROR_DAYS = 3;

    /**
     * Voices weigh by their expected error to minus this power. A linear pool of calibrated voices is too wide: this is
     * its recalibration, and keeps it linear, so that a voice that agrees can never make a day less likely. Fitted.
     */
    static final double SHARPNESS = 3.5;

    /** Days after which a rumor weighs half, counted to the newest rumor, not to today: days alone change no weight. Fitted. */
    static final double HALF_LIFE_DAYS = 90;

    /** How much of a further origin's chance counts: little, as what cancels a shoe silences all of them. Fitted. */
    static final double FURTHER_ORIGIN = 0.05;

    /** Days of talk after which the odds of a shoe that nobody has seen, sold or confirmed halve. Fitted. */
    static final double UNSEEN_HALF_LIFE_DAYS = 140;

    /** Days of talk that the chances of second-hand kinds already count in. Fitted. */
    static final double UNSEEN_USUAL_DAYS = 45;
}
