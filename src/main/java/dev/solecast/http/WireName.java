package dev.solecast.http;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** A constant with one lower-case word of its own, the same in JSON, in query parameters and in the database. */
public interface WireName {

    /** The word, for example {@code retailer-listing}. */
    String word();

    /** All words of an enumeration in its order, separated by commas, to tell a caller what there is. */
    static String list(Class<? extends WireName> type) {
        return list(Arrays.asList(type.getEnumConstants()));
    }

    /** These words, separated by commas. */
    static String list(Collection<? extends WireName> words) {
        return words.stream().map(WireName::word).collect(Collectors.joining(", "));
    }
}
