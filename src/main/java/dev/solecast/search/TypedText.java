package dev.solecast.search;

import dev.solecast.entry.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text as it was typed.
 *
 * @param joined its words without gaps, as style codes and whole names are compared
 * @param words its words as they are compared; a run of Japanese, Chinese, Korean or Thai is asked for by its parts
 * @param units for each word the number of the part of the text that it stands in; of a style code no word can be left
 *     out without the others
 */
record TypedText(String joined, List<String> words, List<Integer> units) {

    /** "DD1391-100", "315122-111/CW2288-111". */
    private static final Pattern STYLE_CODE = Pattern.compile("(?=.*\\d)[A-Za-z0-9]{2,}+[-/][A-Za-z0-9]{2,}+.*");

    private static final Pattern GAP = Pattern.compile("\\s+");

    /**
     * Tells which words belong together.
     *
     * @param words of the text, in their order; perhaps fewer than it has
     */
    static TypedText of(String text, String joined, List<String> words) {
        var units = new ArrayList<Integer>();
        int unit = 0;
        var inCodes = Stream.of(GAP.split(text))
                .filter(part -> STYLE_CODE.matcher(part).matches())
                .map(Words::of)
                .toList();
        for (int i = 0; i < words.size(); unit++) {
            var rest = words.subList(i, words.size());
            int together = inCodes.stream()
                    .filter(code -> rest.size() >= code.size()
                            && rest.subList(0, code.size()).equals(code))
                    .mapToInt(List::size)
                    .findFirst()
                    .orElse(1);
            for (int end = i + Math.max(1, together); i < end; i++) {
                units.add(unit);
            }
        }
        return new TypedText(joined, words, units);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Only the words at these places. */
    TypedText only(List<Integer> places) {
        if (places.size() == words.size()) {
            return this;
        }
        var remaining = places.stream().map(words::get).toList();
        return new TypedText(
                String.join("", remaining),
                remaining,
                places.stream().map(units::get).toList());
    }
}
