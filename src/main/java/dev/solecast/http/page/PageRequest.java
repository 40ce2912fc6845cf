package dev.solecast.http.page;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
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

    /** The first of the chunks in which we read a list ourselves, however long; it has no address. */
    public static <T> PageRequest<T> chunk(Sort<T> sort, int limit, LocalDate today, LocalDate utc) {
        return new PageRequest<>(sort, limit, null, today, utc, false, cursor -> cursor, "");
    }

    /** The values of the sort keys after which it begins; null on the first page. */
    public @Nullable List<Object> start() {
        if (after == null) {
            return null;
        }
        sort.checkCount(after);
        return IntStream.range(0, after.size())
                .<Object>mapToObj(key -> sort.keys().get(key).marked(after.get(key)))
                .toList();
    }

    /** The page made of these rows, of which one more than the limit shows that there is a next page. */
    public Page<T> page(List<T> rows, @Nullable Long total) {
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
