package dev.solecast.forecast;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One independent voice: what one source says now, and whoever merely repeats it.
 *
 * @param first its oldest rumor
 * @param newest its newest rumor
 * @param dated its newest rumor with a window, null when there is none, when it has called the release off since, or
 *     when the window was over by the time it last spoke
 * @param kind the strongest kind among what it says now and those found to repeat it unsaid: for whether, not for when
 * @param copies the rumors that repeat it, which count for nothing
 */
record Origin(Evidence first, Evidence newest, @Nullable Evidence dated, Kind kind, List<Evidence> copies) {

    /** Days within which the same day, named by another who only reports, counts as taken from the first. */
    static final int COPIED_WITHIN_DAYS = 3;

    boolean cancels() {
        return newest.cancels();
    }

    /** What it says about the day: its dated rumor if it has one. */
    Evidence speaks() {
        return dated == null ? newest : dated;
    }

    /** Whether it says no more than {@code earlier} said up to three days before: the same single day, second-hand. */
    boolean repeats(Origin earlier) {
        Evidence here = dated;
        Evidence there = earlier.dated;
        if (here == null
                || there == null
                || here.kind().firstHand()
                || here.window() == null
                || there.window() == null) {
            return false;
        }
        var day = here.window().earliest();
        long days = ChronoUnit.DAYS.between(there.saidOn(), here.saidOn());
        return day != null
                && day.equals(here.window().latest())
                && day.equals(there.window().earliest())
                && day.equals(there.window().latest())
                && days >= 0
                && days <= COPIED_WITHIN_DAYS;
    }

    Origin joinedBy(Origin echo) {
        List<Evidence> all = new ArrayList<>(copies);
        all.add(echo.speaks());
        all.addAll(echo.copies);
        return new Origin(first, newest, dated, kind.compareTo(echo.kind) <= 0 ? kind : echo.kind, List.copyOf(all));
    }
}
