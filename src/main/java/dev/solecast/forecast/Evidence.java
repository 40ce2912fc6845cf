package dev.solecast.forecast;

import dev.solecast.date.Window;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A rumor about one release, as far as a forecast needs it.
 *
 * @param source the slug of who says it
 * @param saidOn the day it was said; the last day of the month or year when no more is known
 * @param recordedOn the day this service learned of it
 * @param window when the release is to happen, null when the rumor does not say
 * @param cancels whether it says that the release will not happen
 * @param origin the slug of the source it has this from, null when it speaks for itself
 * @param retractedOn the day it was taken back, null while it stands
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

    /** Whether it had been said by the end of {@code day} and not been taken back by then. */
    public boolean standsOn(LocalDate day) {
        return !saidOn.isAfter(day) && (retractedOn == null || retractedOn.isAfter(day));
    }

    /** Whether it passes on what another source said; those who make, sell or saw the shoe speak for themselves. */
    public boolean declaredCopy() {
        return origin != null && !origin.equals(source) && !kind.firstHand();
    }
}
