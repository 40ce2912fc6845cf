package dev.solecast.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of a source's rumors of one kind: counts, so that records can be added. Only resolved releases count.
 */
public final class TrackRecord {

    /** A miss by more days than this means that the source did not know, not that the date moved. */
    public static final int FAR_DAYS = 60;

    public static final TrackRecord EMPTY = new TrackRecord(Map.of());

    /** The counts, in the order in which they are stored; a {@code _DAYS} is a sum over the count before it. */
    public enum Count {
        /** Rumors that announce a release, and the ones that were right. */
        ANNOUNCED,
        CAME,
        /** Rumors that call a release off, and the ones that were right. */
        CALLED_OFF,
        NEVER_CAME,
        /** Rumors with a window of releases that came; of these, by slip: inside, after, before, and far off. */
        DATED,
        INSIDE,
        LATE,
        LATE_DAYS,
        EARLY,
        EARLY_DAYS,
        FAR,
        FAR_DAYS,
        /** Rumors without a window of releases that came, and the sum of days from rumor to release. */
        UNDATED,
        LAG_DAYS
    }

    private final Map<Count, Double> counts;

    private TrackRecord(Map<Count, Double> counts) {
        this.counts = counts;
    }

    /** Restores stored counts, in the order of {@link Count}. */
    public static TrackRecord of(Long[] counts) {
        Map<Count, Double> values = new EnumMap<>(Count.class);
        var stored = List.of(counts).iterator();
        for (Count count : Count.values()) {
            values.put(count, stored.next().doubleValue());
        }
        return of(values);
    }

    private static TrackRecord of(Map<Count, Double> counts) {
        return new TrackRecord(Map.copyOf(counts));
    }

    /** The records that sources earn by a release that came on {@code released}, or, if null, never came. */
    public static Map<Records.Key, TrackRecord> of(Collection<Evidence> evidence, @Nullable LocalDate released) {
        Map<Records.Key, TrackRecord> earned = new HashMap<>();
        for (Evidence rumor : evidence) {
            if (!rumor.declaredCopy() && rumor.retractedOn() == null) {
                boolean first = evidence.stream()
                        .noneMatch(other -> other.kind().compareTo(rumor.kind()) < 0
                                && other.isUnretractedOn(rumor.saidOn())
                                && !other.cancels());
                earned.merge(
                        new Records.Key(rumor.source(), rumor.kind()), of(rumor, released, first), TrackRecord::plus);
            }
        }
        return earned;
    }

    /**
     * The record of one rumor. An announcement counts only if no stronger kind of rumor had announced the release
     * before: a report about a shoe that its maker has announced proves nothing.
     */
    private static TrackRecord of(Evidence rumor, @Nullable LocalDate released, boolean first) {
        Map<Count, Double> counts = new EnumMap<>(Count.class);
        if (rumor.cancels()) {
            counts.put(Count.CALLED_OFF, 1.0);
            counts.put(Count.NEVER_CAME, released == null ? 1.0 : 0);
            return of(counts);
        }
        if (first) {
            counts.put(Count.ANNOUNCED, 1.0);
            counts.put(Count.CAME, released == null ? 0 : 1.0);
        }
        if (released != null && rumor.window() == null) {
            counts.put(Count.UNDATED, 1.0);
            counts.put(Count.LAG_DAYS, (double) Math.max(0, ChronoUnit.DAYS.between(rumor.saidOn(), released)));
        } else if (released != null && rumor.window() != null) {
            countSlip(counts, Slip.days(rumor.window(), released));
        }
        return of(counts);
    }

    private static void countSlip(Map<Count, Double> counts, long slip) {
        double days = Math.abs(slip);
        counts.put(Count.DATED, 1.0);
        if (slip == 0) {
            counts.put(Count.INSIDE, 1.0);
        } else if (days > FAR_DAYS) {
            counts.put(Count.FAR, 1.0);
            counts.put(Count.FAR_DAYS, days);
        } else {
            counts.put(slip > 0 ? Count.LATE : Count.EARLY, 1.0);
            counts.put(slip > 0 ? Count.LATE_DAYS : Count.EARLY_DAYS, days);
        }
    }

    public TrackRecord plus(TrackRecord other) {
        Map<Count, Double> sum = new EnumMap<>(Count.class);
        sum.putAll(counts);
        other.counts.forEach((count, value) -> sum.merge(count, value, Double::sum));
        return of(sum);
    }

    /** The counts to store, in the order of {@link Count}; all are whole numbers. */
    public List<Long> counts() {
        return Arrays.stream(Count.values())
                .map(count -> Math.round(count(count)))
                .toList();
    }

    public double count(Count count) {
        return counts.getOrDefault(count, 0.0);
    }
}
