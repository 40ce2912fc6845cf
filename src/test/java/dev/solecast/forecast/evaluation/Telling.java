package dev.solecast.forecast.evaluation;

import dev.solecast.forecast.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One rumor of an invented world; days count from 1970-01-01.
 *
 * @param span the days it names, null when it names none
 * @param origin the source it says it has this from, null for none
 * @param wrong whether the source had it from nowhere: known to the world, never shown to a forecast
 */
record Telling(
        String source,
        Kind kind,
        int said,
        @Nullable Span span,
        boolean cancels,
        @Nullable String origin,
        boolean wrong) {

    /** Both days belong to it. */
    record Span(int first, int last) {
        int middle() {
            return Math.floorDiv(first + last, 2);
        }
    }
}
