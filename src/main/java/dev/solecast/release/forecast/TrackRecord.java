package dev.solecast.release.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a source's rumors of one kind: counts, so that records add up. Only resolved releases count, but for
 * the overdue ones: of them it is known already that they are not on time.
 */
public final class TrackRecord {

    /** A miss by more days than this says that the source did not know, not that the date moved. */
    public static final int FAR_DAYS = 60;

    public static final TrackRecord EMPTY = new TrackRecord(new double[Count.values().length]);

    /** What is counted; the {@code _DAYS} are sums over the rumors of the count before them. */
    public enum Count {
        /** Rumors that a release will come, and those of them that were right. */
        TOLD,
        CAME,
        /** Cancellations told, and those of them that were right. */
        CALLED_OFF,
        NEVER_CAME,
        /** Windowed rumors of releases that came, then these by whether they came in the window, after or before. */
        DATED,
        INSIDE,
        LATE,
        LATE_DAYS,
        EARLY,
        EARLY_DAYS,
        FAR,
        FAR_DAYS,
        /** Rumors without a window of releases that came, and the days from rumor to release. */
        UNDATED,
        LAG_DAYS
    }

    private final double[] counts;

    private TrackRecord(double[] counts) {
        this.counts = counts;
    }

    /** What the sources earned by a release that came on {@code released}, or, with null, never came. */
    public static Map<Records.Key, TrackRecord> of(Collection<Evidence> said, @Nullable LocalDate released) {
        Map<Records.Key, TrackRecord> earned = new HashMap<>();
        for (Evidence rumor : said) {
            if (!rumor.declaredCopy() && rumor.retractedOn() == null) {
                boolean leads = said.stream()
                        .noneMatch(other -> other.kind().compareTo(rumor.kind()) < 0
                                && other.standsOn(rumor.saidOn())
                                && !other.cancels());
                earned.merge(
                        new Records.Key(rumor.source(), rumor.kind()), of(rumor, released, leads), TrackRecord::plus);
            }
        }
        return earned;
    }

    /**
     * That a release comes is to the credit of those who said so before anybody better placed did: a report about a
     * shoe that its maker has announced proves nothing.
     */
    private static TrackRecord of(Evidence rumor, @Nullable LocalDate released, boolean leads) {
        double[] counts = new double[Count.values().length];
        if (rumor.cancels()) {
            counts[Count.CALLED_OFF.ordinal()] = 1;
            counts[Count.NEVER_CAME.ordinal()] = released == null ? 1 : 0;
            return new TrackRecord(counts);
        }
        if (leads) {
            counts[Count.TOLD.ordinal()] = 1;
            counts[Count.CAME.ordinal()] = released == null ? 0 : 1;
        }
        if (released != null && rumor.window() == null) {
            counts[Count.UNDATED.ordinal()] = 1;
            counts[Count.LAG_DAYS.ordinal()] = Math.max(0, ChronoUnit.DAYS.between(rumor.saidOn(), released));
        } else if (released != null && rumor.window() != null) {
            countSlip(counts, Slip.days(rumor.window(), released));
        }
        return new TrackRecord(counts);
    }

    private static void countSlip(double[] counts, long slip) {
        counts[Count.DATED.ordinal()] = 1;
        Count where =
                slip == 0 ? Count.INSIDE : Math.abs(slip) > FAR_DAYS ? Count.FAR : slip > 0 ? Count.LATE : Count.EARLY;
        counts[where.ordinal()] = 1;
        if (where != Count.INSIDE) {
            counts[where.ordinal() + 1] = Math.abs(slip);
        }
    }

    public TrackRecord plus(TrackRecord other) {
        double[] sum = counts.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.counts[i];
        }
        return new TrackRecord(sum);
    }

    public double count(Count count) {
        return counts[count.ordinal()];
    }
}
