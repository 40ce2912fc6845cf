package dev.solecast.release.derived;

import dev.solecast.release.Release;

/** Scores resolved releases; implemented in {@code release/accuracy}, which this room must not import. */
public interface ReleaseScorer {

    /**
     * Replaces the scores of a release, which has none while it is awaited, and queues the forecasts that its sources'
     * changed records affect.
     */
    void score(Release release);

    /**
     * Replaces the scores of a release, but queues nothing.
     *
     * @return whether forecasts of other releases may be affected
     */
    boolean scoreAlone(Release release);

    /** Deletes the scores of a deleted release, and queues the forecasts that this affects. */
    void delete(Release release);
}
