package dev.solecast.http.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A total order of a list, by which a page can start after the last row of the one before.
 *
 * @param descending whether all keys run downwards
 * @param keys the last of them unique
 */
public record Sort<T>(boolean descending, List<Key<T, ?>> keys) {

    /**
     * One column of an order.
     *
     * @param hql how a query names it, be it in HQL or in SQL
     * @param read turns the text of a cursor back into the column's value
     * @param of the column's value in a row; never null
     */
    public record Key<T, V extends Comparable<? super V>>(
            String hql, Function<String, V> read, Function<? super T, V> of) {

        int compare(T row, String mark) {
            return of.apply(row).compareTo(marked(mark));
        }

        /** A mark that cannot be read was not made here. */
        V marked(String mark) {
            try {
                return read.apply(mark);
            } catch (RuntimeException e) {
                throw Cursor.damaged();
            }
        }

        Comparator<T> comparator() {
            return Comparator.comparing(of);
        }

        /** A column of text, compared by code points. */
        public static <T> Key<T, String> text(String hql, Function<? super T, String> of) {
            return new Key<>(hql, Function.identity(), of);
        }

        /** A column of whole numbers. */
        public static <T> Key<T, Long> number(String hql, Function<? super T, Long> of) {
            return new Key<>(hql, Long::valueOf, of);
        }

        /** A column of calendar days. */
        public static <T> Key<T, LocalDate> day(String hql, Function<? super T, LocalDate> of) {
            return new Key<>(hql, LocalDate::parse, of);
        }

        /** A column of instants. */
        public static <T> Key<T, Instant> instant(String hql, Function<? super T, Instant> of) {
            return new Key<>(hql, Instant::parse, of);
        }
    }

    /** This order, upwards. */
    @SafeVarargs
    public static <T> Sort<T> ascending(Key<T, ?>... keys) {
        return new Sort<>(false, List.of(keys));
    }

    /** This order, downwards. */
    @SafeVarargs
    public static <T> Sort<T> descending(Key<T, ?>... keys) {
        return new Sort<>(true, List.of(keys));
    }

    /** As it stands in a query. */
    public String orderBy() {
        return keys.stream()
                .map(key -> key.hql() + (descending ? " desc" : " asc"))
                .collect(java.util.stream.Collectors.joining(", "));
    }

    List<String> of(T row) {
        return keys.stream().map(key -> String.valueOf(key.of().apply(row))).toList();
    }

    Comparator<T> comparator() {
        var upwards = keys.stream().<Comparator<T>>map(Key::comparator).reduce(Comparator::thenComparing);
        var order = upwards.orElseThrow();
        return descending ? order.reversed() : order;
    }

    /** Whether a row comes after the one with these keys. */
    boolean isAfter(T row, List<String> marks) {
        checkCount(marks);
        for (int i = 0; i < marks.size(); i++) {
            int order = keys.get(i).compare(row, marks.get(i));
            if (order != 0) {
                return descending ? order < 0 : order > 0;
            }
        }
        return false;
    }

    void checkCount(List<String> marks) {
        if (marks.size() != keys.size()) {
            throw Cursor.damaged();
        }
    }
}
