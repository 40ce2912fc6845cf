package dev.solecast.http;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** A constant with one lower-case word of its own, the same in JSON, in query parameters and in the database. */
public interface Word {

    /** The word, for example {@code retailer-listing}. */
    String word();

    /** All words of an enumeration in its order, separated by commas, to tell a caller what there is. */
    static String list(Class<? extends Word> type) {
        return list(Arrays.asList(type.getEnumConstants()));
    }

    /** These words, separated by commas. */
    static String list(Collection<? extends Word> words) {
        return words.stream().map(Word::word).collect(Collectors.joining(", "));
    }
}
