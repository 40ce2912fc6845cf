package dev.solecast.release.list;

import dev.solecast.release.RangeMatch;
import dev.solecast.release.ReleaseSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a filter on the state of a release, for the past, which no query can ask: the same rule as
 * {@link ReleaseFilterSql#addStanding} has in SQL, except for who spoke of it. {@code AsOfTest} compares the two.
 */
public final class ReleaseFilterInMemory {

    private ReleaseFilterInMemory() {}

    /** Whether the release, as seen from that day, is found by the filter. */
    public static boolean fits(ReleaseSnapshot outlook, ReleaseFilter filter) {
        var confidence = outlook.confidence();
        return fits(filter.status(), outlook.status())
                && fits(filter.stage(), outlook.stage())
                && fits(filter.group(), outlook.group())
                && fits(filter.strongestRumor(), outlook.digest().strongest())
                && (filter.minConfidence() == null || (confidence != null && confidence >= filter.minConfidence()))
                && fitsRange(outlook, filter);
    }

    private static <V> boolean fits(List<V> wanted, @Nullable V value) {
        return wanted.isEmpty() || (value != null && wanted.contains(value));
    }

    private static boolean fitsRange(ReleaseSnapshot outlook, ReleaseFilter filter) {
        var date = outlook.date();
        var forecast = outlook.forecast();
        var from = filter.from();
        var to = filter.to();
        if (from == null && to == null) {
            return true;
        }
        return switch (filter.matching()) {
            case POSSIBLE -> date != null && date.touches(from, to);
            case CERTAIN -> date != null && date.liesWithin(from, to);
            case LIKELY -> forecast != null && forecast.chance(from, to) >= RangeMatch.LIKELY_CHANCE;
        };
    }
}
