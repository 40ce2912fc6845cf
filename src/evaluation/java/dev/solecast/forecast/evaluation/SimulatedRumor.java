package dev.solecast.forecast.evaluation;

import dev.solecast.forecast.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A rumor of a simulated world; days count from 1970-01-01.
 *
 * @param span the days that it names; null if none
 * @param origin the source that it cites; null if none
 * @param wrong whether it has no basis, which the world knows and a forecast never sees
 */
record SimulatedRumor(
        String source,
        Kind kind,
        int said,
        @Nullable Span span,
        boolean cancels,
        @Nullable String origin,
        boolean wrong) {

    /** A range of days, both included. */
    record Span(int first, int last) {
        int middle() {
            return Math.floorDiv(first + last, 2);
        }
    }
}
