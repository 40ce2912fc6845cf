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

    /** In which {@link ReleasePageQuery} finds what no column of a release can tell alone. */
    static final String LIKELIEST_COLUMN = "page.likeliest";

    private final String word;

    ReleaseSorting(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }

    /**
     * Each key is both a column of a query and a value of what was read, so that a list of the past, which no query can
     * order, has the same order.
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

    /** What drops next, then what is overdue, then what nobody has dated. */
    public static Sort<ListedRelease> whatDropsNext() {
        var group = Sort.Key.<ListedRelease>number("page.rank", seen -> UpcomingGroup.rankOf(seen.group()));
        var keys = new ArrayList<Sort.Key<ListedRelease, ?>>(List.of(group));
        keys.addAll(DATE.sort().keys());
        return new Sort<>(false, keys);
    }
}
