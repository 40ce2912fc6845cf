package dev.solecast.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What exists of the words that a person typed.
 *
 * @param existing those that are words as they stand
 * @param begun the words that each begins, most general first
 * @param mistyped the words that each may be a typing error for
 */
record Vocabulary(Set<String> existing, Map<String, List<String>> begun, Map<String, List<String>> mistyped) {

    boolean has(String term) {
        return existing.contains(term);
    }

    List<String> begunBy(String term) {
        return begun.getOrDefault(term, List.of());
    }

    List<String> mistypedAs(String term) {
        return mistyped.getOrDefault(term, List.of());
    }

    /** The word at this place alone, and written as one with the word before or after it. */
    static List<String> around(List<String> typed, int i) {
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
     * Whether one can be a typing error for the other: one letter more, less, other, or two swapped. In words of eight
     * letters and more any of those that the database proposes, which may be two errors apart.
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
        var here = typed.substring(start, typed.length() - end);
        var there = meant.substring(start, meant.length() - end);
        boolean swapped = here.length() == 2
                && new StringBuilder(here).reverse().toString().equals(there);
        return swapped || Math.max(here.length(), there.length()) == 1;
    }
}
