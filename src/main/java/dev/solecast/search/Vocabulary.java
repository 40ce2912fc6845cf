package dev.solecast.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The existing words that are related to the typed words.
 *
 * @param existing the typed words that exist as they are
 * @param completions for each typed word the words that begin with it, most general first
 * @param corrections for each typed word the words that it may be a typing error for
 */
record Vocabulary(Set<String> existing, Map<String, List<String>> completions, Map<String, List<String>> corrections) {

    boolean has(String term) {
        return existing.contains(term);
    }

    List<String> listCompletions(String term) {
        return completions.getOrDefault(term, List.of());
    }

    List<String> listCorrections(String term) {
        return corrections.getOrDefault(term, List.of());
    }

    /** The word at index {@code i} alone, and written as one with the word before or after it. */
    static List<String> termsAt(List<String> typed, int i) {
        var terms = new ArrayList<String>();
        terms.add(typed.get(i));
        if (i > 0) {
            terms.add(typed.get(i - 1) + typed.get(i));
        }
        if (i + 1 < typed.size()) {
            terms.add(typed.get(i) + typed.get(i + 1));
        }
        return terms;
    }

    /**
     * Whether one may be a typing error for the other: one letter more, less or different, or two swapped. For words of
     * eight letters and more, each proposal of the database is accepted, which may be two errors apart.
     */
    static boolean mayBeMistyped(String typed, String meant) {
        if (typed.length() >= 8) {
            return true;
        }
        int start = 0;
        int shorter = Math.min(typed.length(), meant.length());
        while (start < shorter && typed.charAt(start) == meant.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && typed.charAt(typed.length() - 1 - end) == meant.charAt(meant.length() - 1 - end)) {
            end++;
        }
        var typedRest = typed.substring(start, typed.length() - end);
        var meantRest = meant.substring(start, meant.length() - end);
        boolean swapped = typedRest.length() == 2
                && new StringBuilder(typedRest).reverse().toString().equals(meantRest);
        return swapped || Math.max(typedRest.length(), meantRest.length()) == 1;
    }
}
