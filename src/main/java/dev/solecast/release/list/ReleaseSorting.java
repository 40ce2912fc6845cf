package dev.solecast.release.list;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.solecast.http.WireName;
import dev.solecast.http.page.Sort;
import dev.solecast.release.UpcomingGroup;
import java.util.ArrayList;
import java.util.List;

/** The orders of a list of releases. */
public enum ReleaseSorting implements WireName {
    /** By the window's last day, then the narrower window; open ends after all days, undated after those. */
    DATE("date"),
    DATE_DOWN("-date"),
    UPDATED("updated"),
    UPDATED_DOWN("-updated"),
    /** By the likeliest day of the forecast; those without one last. */
    LIKELIEST("likeliest"),
    LIKELIEST_DOWN("-likeliest");

    /** The column of {@link ReleasePageQuery} with the likeliest day, which no column of a release holds alone. */
    static final String LIKELIEST_COLUMN = "page.likeliest";

    private final String wireName;

    ReleaseSorting(String wireName) {
        this.wireName = wireName;
    }

    @Override
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /**
     * The sort keys. Each is both a column of a query and a value of a listed release, so that a list as of a past day,
     * which no query can order, has the same order.
     */
    public Sort<ListedRelease> sort() {
        var day = Sort.Key.<ListedRelease>day("r.sort_day", ListedRelease::sortDay);
        var span = Sort.Key.<ListedRelease>number("r.sort_span", ListedRelease::sortSpan);
        var id = Sort.Key.<ListedRelease>number("r.id", ListedRelease::id);
        var updated = Sort.Key.<ListedRelease>instant("r.updated_at", ListedRelease::updatedAt);
        var likeliest = Sort.Key.<ListedRelease>day(LIKELIEST_COLUMN, ListedRelease::likeliest);
        return switch (this) {
            case DATE -> Sort.ascending(day, span, id);
            case DATE_DOWN -> Sort.descending(day, span, id);
            case UPDATED -> Sort.ascending(updated, id);
            case UPDATED_DOWN -> Sort.descending(updated, id);
            case LIKELIEST -> Sort.ascending(likeliest, id);
            case LIKELIEST_DOWN -> Sort.descending(likeliest, id);
        };
    }

    /** Whether it is an order by the likeliest day. */
    public static boolean isByLikeliest(Sort<ListedRelease> sort) {
        return sort.keys().getFirst().hql().equals(LIKELIEST_COLUMN);
    }

    /** The order of the upcoming list: dated releases, then overdue ones, then undated ones. */
    public static Sort<ListedRelease> upcoming() {
        var group = Sort.Key.<ListedRelease>number("page.rank", release -> UpcomingGroup.rankOf(release.group()));
        var keys = new ArrayList<Sort.Key<ListedRelease, ?>>(List.of(group));
        keys.addAll(DATE.sort().keys());
        return new Sort<>(false, keys);
    }
}
