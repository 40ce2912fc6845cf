package dev.solecast.forecast;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One independent origin of rumors: the current statement of a source, and the rumors that merely repeat it.
 *
 * @param first its oldest rumor
 * @param newest its newest rumor
 * @param dated its newest rumor with a window; null when there is none, when the source has called the release off
 *     since, or when the window was over by its newest rumor
 * @param kind the strongest kind among its current rumors and its undeclared copies: for whether, not for when
 * @param copies the rumors that repeat it, which have no weight
 */
record Origin(Evidence first, Evidence newest, @Nullable Evidence dated, Kind kind, List<Evidence> copies) {

    /** Days within which the same day, reported second-hand by another source, counts as copied from the first. */
    static final int COPIED_WITHIN_DAYS = 3;

    boolean cancels() {
        return newest.cancels();
    }

    /** The rumor that represents it: the dated one if there is one, else the newest. */
    Evidence representative() {
        return dated == null ? newest : dated;
    }

    /** Whether it only names, second-hand, the same single day that {@code earlier} named up to three days before. */
    boolean repeats(Origin earlier) {
        Evidence own = dated;
        Evidence other = earlier.dated;
        if (own == null || other == null || own.kind().firstHand() || own.window() == null || other.window() == null) {
            return false;
        }
        var day = own.window().earliest();
        long days = ChronoUnit.DAYS.between(other.saidOn(), own.saidOn());
        return day != null
                && day.equals(own.window().latest())
                && day.equals(other.window().earliest())
                && day.equals(other.window().latest())
                && days >= 0
                && days <= COPIED_WITHIN_DAYS;
    }

    /** Adds an undeclared copy, with the copies of that. */
    Origin mergedWith(Origin copy) {
        List<Evidence> all = new ArrayList<>(copies);
        all.add(copy.representative());
        all.addAll(copy.copies);
        return new Origin(first, newest, dated, kind.compareTo(copy.kind) <= 0 ? kind : copy.kind, List.copyOf(all));
    }
}
