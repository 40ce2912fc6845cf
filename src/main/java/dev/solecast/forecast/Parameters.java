package dev.solecast.forecast;

/**
 * The constants of the method, version 1. Constants marked "fitted" were chosen on simulated worlds of the seeds 1 to
 * 20, which the published evaluation does not use; the "supposed" ones rest on judgment.
 */
final class Parameters {
    private Parameters() {}

    /** The horizon of {@code happens} and of the scores: two years, past which nobody announces shoes. Supposed. */
    static final int HORIZON_DAYS = 730;

    /** The longest range of a distribution: twenty years bound the work that one odd rumor can cause. */
    static final int LONGEST_DAYS = 7320;

    /** The weight of a kind's prior in resolved rumors: few, as slips are seen soon. Fitted. */
    static final double PRIOR_WEIGHS_RUMORS = 20;

    /** The same for the chance to come at all: many, as shoes that never come are the last to be resolved. Fitted. */
    static final double PRIOR_WEIGHS_RELEASES = 200;

    /** The number of a source's own resolved rumors that weigh as much as the average of its kind. Fitted. */
    static final double KIND_WEIGHS_RUMORS = 8;

    /** The same for the chance to come at all, which depends far more on the shoe than on the source. Fitted. */
    static final double KIND_WEIGHS_RELEASES = 80;

    /** Added to each expected error, in days, so that no opinion dominates by claiming to be exact. Fitted. */
    static final double LEAST_ERROR_DAYS = 3;

    /**
     * Opinions weigh by their expected error to minus this power. A linear pool of calibrated opinions is too wide:
     * this recalibrates it and keeps it linear, so that an opinion that agrees can never make a day less likely.
     * Fitted.
     */
    static final double SHARPNESS = 3.5;

    /** Days in which a weight halves, counted to the newest rumor so that time alone changes no weight. Fitted. */
    static final double HALF_LIFE_DAYS = 90;

    /** The share of a further origin's chance that counts: little, as one canceled shoe refutes them all. Fitted. */
    static final double FURTHER_ORIGIN = 0.05;

    /** Days of talk after which the odds of a shoe that nobody has seen, sold or confirmed halve. Fitted. */
    static final double UNSEEN_HALF_LIFE_DAYS = 140;

    /** Days of talk that the chances of second-hand kinds already include. Fitted. */
    static final double UNSEEN_USUAL_DAYS = 45;
}
