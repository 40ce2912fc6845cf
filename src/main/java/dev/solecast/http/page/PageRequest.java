package dev.solecast.http.page;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The requested page of a list, and its order.
 *
 * @param limit the maximum number of rows; 1 to 100 for callers
 * @param after the sort keys of the last row of the page before; null on the first page
 * @param today the day that counts as today, the same on every page of one query
 * @param todayUtc the day in UTC at the same moment
 * @param withTotal whether to count the rows of all pages
 * @param next builds the address of the next page from its cursor
 * @param fingerprint the fingerprint of the query, for its cursors
 */
public record PageRequest<T>(
        Sort<T> sort,
        int limit,
        @Nullable List<String> after,
        LocalDate today,
        LocalDate todayUtc,
        boolean withTotal,
        Function<String, String> next,
        String fingerprint) {

    /** The request for the first chunk of a list that the service itself reads to its end; it has no address. */
    public static <T> PageRequest<T> chunk(Sort<T> sort, int limit, LocalDate today, LocalDate utc) {
        return new PageRequest<>(sort, limit, null, today, utc, false, cursor -> cursor, "");
    }

    /** The same request for the rows after the one with these sort keys. */
    public PageRequest<T> startingAfter(List<String> keys) {
        return new PageRequest<>(sort, limit, keys, today, todayUtc, withTotal, next, fingerprint);
    }

    /** The values of the sort keys after which the page starts; null on the first page. */
    public @Nullable List<Object> startAfter() {
        if (after == null) {
            return null;
        }
        sort.checkCount(after);
        return IntStream.range(0, after.size())
                .<Object>mapToObj(key -> sort.keys().get(key).parse(after.get(key)))
                .toList();
    }

    /**
     * Builds the page from these rows; one row more than the limit means that there is a next page.
     *
     * @param total the rows of all pages, counted to one more than {@link Page#MAX_TOTAL}; null if nobody asked
     */
    public Page<T> page(List<T> rows, @Nullable Long total) {
        if (rows.size() <= limit) {
            return Page.of(rows, null, today, total);
        }
        var shown = rows.subList(0, limit);
        var cursor = new Cursor(fingerprint, today, todayUtc, sort.keysOf(shown.getLast()));
        return Page.of(shown, next.apply(cursor.encode()), today, total);
    }

    /** Builds the page of an unsorted list that is entirely in memory. */
    public Page<T> pageOf(Collection<T> all) {
        return pageOf(all, withTotal ? (long) all.size() : null);
    }

    /**
     * Builds the page from unsorted rows.
     *
     * @param candidates at least all rows of the page and the one after it
     * @param total as for {@link #page}
     */
    public Page<T> pageOf(Collection<T> candidates, @Nullable Long total) {
        var rows = candidates.stream()
                .filter(row -> after == null || sort.isAfter(row, after))
                .sorted(sort.comparator())
                .limit(limit + 1L)
                .toList();
        return page(rows, total);
    }
}
