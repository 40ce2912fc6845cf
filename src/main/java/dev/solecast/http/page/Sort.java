package dev.solecast.http.page;

import dev.solecast.http.TextFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A total order of a list, so that a page can start after the last row of the previous one.
 *
 * @param descending whether all keys are descending
 * @param keys the sort keys, the last of them unique
 */
public record Sort<T>(boolean descending, List<Key<T, ?>> keys) {

    /**
     * One column of an order.
     *
     * @param hql the name of the column in HQL or SQL
     * @param read parses the text in a cursor into the column's value
     * @param value returns the column's value in a row; never null
     */
    public record Key<T, V extends Comparable<? super V>>(
            String hql, Function<String, V> read, Function<? super T, V> value) {

        int compare(T row, String text) {
            return value.apply(row).compareTo(parse(text));
        }

        /** Parses the text in a cursor; an unreadable text means that the cursor is damaged. */
        V parse(String text) {
            try {
                return read.apply(text);
            } catch (RuntimeException e) {
                throw Cursor.damaged();
            }
        }

        Comparator<T> comparator() {
            return Comparator.comparing(value);
        }

        /** A column of text, compared by code points. */
        public static <T> Key<T, String> text(String hql, Function<? super T, String> of) {
            return new Key<>(hql, Key::storable, of);
        }

        /** A forged cursor can hold what no text in the database can. */
        private static String storable(String text) {
            if (text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException(text);
            }
            return text;
        }

        /** A column of whole numbers. */
        public static <T> Key<T, Long> number(String hql, Function<? super T, Long> of) {
            return new Key<>(hql, Long::valueOf, of);
        }

        /** A column of calendar days. */
        public static <T> Key<T, LocalDate> day(String hql, Function<? super T, LocalDate> of) {
            return new Key<>(hql, TextFormat.of(LocalDate.class)::parse, of);
        }

        /** A column of instants. */
        public static <T> Key<T, Instant> instant(String hql, Function<? super T, Instant> of) {
            return new Key<>(hql, TextFormat.of(Instant.class)::parse, of);
        }
    }

    /** An ascending order by these keys. */
    @SafeVarargs
    public static <T> Sort<T> ascending(Key<T, ?>... keys) {
        return new Sort<>(false, List.of(keys));
    }

    /** A descending order by these keys. */
    @SafeVarargs
    public static <T> Sort<T> descending(Key<T, ?>... keys) {
        return new Sort<>(true, List.of(keys));
    }

    /** The {@code order by} clause without its keyword. */
    public String orderBy() {
        return keys.stream()
                .map(key -> key.hql() + (descending ? " desc" : " asc"))
                .collect(java.util.stream.Collectors.joining(", "));
    }

    List<String> keysOf(T row) {
        return keys.stream().map(key -> String.valueOf(key.value().apply(row))).toList();
    }

    Comparator<T> comparator() {
        var ascending = keys.stream().<Comparator<T>>map(Key::comparator).reduce(Comparator::thenComparing);
        var order = ascending.orElseThrow();
        return descending ? order.reversed() : order;
    }

    /** Whether a row comes after the row with these sort keys. */
    boolean isAfter(T row, List<String> cursorKeys) {
        checkCount(cursorKeys);
        for (int i = 0; i < cursorKeys.size(); i++) {
            int order = keys.get(i).compare(row, cursorKeys.get(i));
            if (order != 0) {
                return descending ? order < 0 : order > 0;
            }
        }
        return false;
    }

    void checkCount(List<String> cursorKeys) {
        if (cursorKeys.size() != keys.size()) {
            throw Cursor.damaged();
        }
    }
}
