package dev.solecast.forecast;

import org.jspecify.annotations.Nullable;

/**
 * What one rumor counts in a forecast, and why.
 *
 * @param when its share in the chances of the days, 0 to 1; all shares sum to 1
 * @param comes its own chance that the release comes; null for a rumor that does not count
 * @param repeats the rumor that it repeats, by id; null when it speaks for itself or what it repeats was never heard
 * @param reason for people, one sentence
 */
public record Weight(
        long rumor,
        Role role,
        double when,
        @Nullable Double comes,
        @Nullable Long repeats,
        String reason) {

    /** What a rumor does in a forecast. */
    public enum Role {
        /** It speaks for itself. */
        SPEAKS,
        /** Its source has said something newer. */
        REPLACED,
        /** It repeats another and adds nothing. */
        REPEATS,
        /** It says that the release will not come. */
        CANCELS
    }
}
