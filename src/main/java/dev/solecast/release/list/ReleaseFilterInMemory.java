package dev.solecast.release.list;

import dev.solecast.release.RangeMatch;
import dev.solecast.release.ReleaseSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks a filter's conditions on the state of a release as of a past day, which no query can do. It is the twin of
 * {@link ReleaseFilterSql#addState}, except for the filter by source. {@code AsOfTest} compares the two.
 */
public final class ReleaseFilterInMemory {

    private ReleaseFilterInMemory() {}

    /** Whether the filter finds a release in this state. */
    public static boolean fits(ReleaseSnapshot snapshot, ReleaseFilter filter) {
        var confidence = snapshot.confidence();
        return fits(filter.status(), snapshot.status())
                && fits(filter.stage(), snapshot.stage())
                && fits(filter.group(), snapshot.group())
                && fits(filter.strongestRumor(), snapshot.rumorTotals().strongest())
                && (filter.minConfidence() == null || (confidence != null && confidence >= filter.minConfidence()))
                && fitsRange(snapshot, filter);
    }

    private static <V> boolean fits(List<V> wanted, @Nullable V value) {
        return wanted.isEmpty() || (value != null && wanted.contains(value));
    }

    private static boolean fitsRange(ReleaseSnapshot snapshot, ReleaseFilter filter) {
        var date = snapshot.date();
        var forecast = snapshot.forecast();
        var from = filter.from();
        var to = filter.to();
        if (from == null && to == null) {
            return true;
        }
        return switch (filter.matchOrDefault()) {
            case POSSIBLE -> date != null && date.overlaps(from, to);
            case CERTAIN -> date != null && date.liesWithin(from, to);
            case LIKELY -> forecast != null && forecast.chance(from, to) >= RangeMatch.LIKELY_CHANCE;
        };
    }
}
