package dev.solecast.http;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted, in which order.
 *
 * @param limit rows, 1 to 100
 * @param after the sort keys of the last row of the page before; null on the first page
 * @param today the day that counts as today, the same on every page of one walk
 * @param utc the same moment's day in UTC
 * @param withTotal whether all rows shall be counted
 * @param next makes the address of the next page from its cursor
 */
public record PageRequest<T>(
        Sort<T> sort,
        int limit,
        @Nullable List<String> after,
        LocalDate today,
        LocalDate utc,
        boolean withTotal,
        Function<String, String> next,
        String fingerprint) {

    /** The page made of these rows, of which one more than the limit shows that there is a next page. */
    Page<T> page(List<T> rows, @Nullable Long total) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null, today, total);
        }
        var shown = rows.subList(0, limit);
        var cursor = new Cursor(fingerprint, today, utc, sort.of(shown.getLast()));
        return new Page<>(shown, next.apply(cursor.encode()), today, total);
    }

    /** The page of a list that is all in memory, in no order yet. */
    public Page<T> pageOf(Collection<T> all) {
        var rows = all.stream()
                .filter(row -> after == null || sort.isAfter(row, after))
                .sorted(sort.comparator())
                .limit(limit + 1L)
                .toList();
        return page(rows, withTotal ? (long) all.size() : null);
    }
}
