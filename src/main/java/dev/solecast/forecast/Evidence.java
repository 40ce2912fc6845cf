package dev.solecast.forecast;

import dev.solecast.date.Window;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A rumor about one release, reduced to the fields that a forecast needs.
 *
 * @param source the slug of its source
 * @param saidOn the day it was said; the last day of the month or year when no more is known
 * @param recordedOn the day this service recorded it
 * @param window when the release is to happen; null when the rumor names no time
 * @param cancels whether it says that the release will not happen
 * @param origin the slug of the source it cites; null when it cites none
 * @param retractedOn the day it was retracted; null while it is unretracted
 */
public record Evidence(
        long id,
        String source,
        Kind kind,
        LocalDate saidOn,
        LocalDate recordedOn,
        @Nullable Window window,
        boolean cancels,
        @Nullable String origin,
        @Nullable LocalDate retractedOn) {

    static final Comparator<Evidence> OLDEST_FIRST = Comparator.comparing(Evidence::saidOn)
            .thenComparing(Evidence::recordedOn)
            .thenComparingLong(Evidence::id);

    /** Whether it had been said, and not been retracted, by the end of {@code day}. */
    public boolean isUnretractedOn(LocalDate day) {
        return !saidOn.isAfter(day) && (retractedOn == null || retractedOn.isAfter(day));
    }

    /** The same as of a day on which its retraction, if there is one, was not yet known. */
    public Evidence asUnretracted() {
        return new Evidence(id, source, kind, saidOn, recordedOn, window, cancels, origin, null);
    }

    /** Whether it is second-hand and cites another source; makers, sellers and eyewitnesses speak for themselves. */
    public boolean declaredCopy() {
        return origin != null && !origin.equals(source) && !kind.firstHand();
    }
}
