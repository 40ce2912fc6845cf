package dev.solecast.forecast;

import org.jspecify.annotations.Nullable;

/**
 * The weight of one rumor in a forecast, with the reason. It is stored as JSON, so its names must not change.
 *
 * @param rumor the id of the rumor
 * @param when its share in the day distribution, 0 to 1; all shares sum to 1
 * @param comes its own chance that the release comes; null for a rumor without weight
 * @param repeats the id of the rumor that it repeats; null when it repeats none, or one that was never recorded
 * @param reason one sentence for people
 */
public record Weight(
        long rumor,
        Role role,
        double when,
        @Nullable Double comes,
        @Nullable Long repeats,
        String reason) {

    /** The role of a rumor in a forecast. */
    public enum Role {
        /** Its own statement counts. */
        SPEAKS,
        /** A newer rumor of its source replaces it. */
        REPLACED,
        /** It repeats another rumor and adds nothing. */
        REPEATS,
        /** It says that the release will not come. */
        CANCELS
    }
}
