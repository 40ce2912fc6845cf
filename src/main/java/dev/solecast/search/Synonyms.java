package dev.solecast.search;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Other words for a typed one that mean the same: a number in Roman numerals, a plural, the words for an audience. */
final class Synonyms {

    /** Above a completion, below the word itself. */
    private static final double SAME = 0.9;

    /** Jordans are counted up to 40. */
    private static final int LARGEST_NUMERAL = 40;

    /** "350s", "4s", "990v3s". */
    private static final Pattern PLURAL = Pattern.compile("[a-z0-9]{0,20}[0-9][a-z]?s");

    private static final Map<String, List<String>> AUDIENCES = Map.of(
            "men", List.of("mens", "man", "male", "guys"),
            "women", List.of("womens", "woman", "wmns", "wmn", "w", "ladies", "female"),
            "kids",
                    List.of(
                            "kid",
                            "children",
                            "childrens",
                            "child",
                            "gs",
                            "ps",
                            "td",
                            "youth",
                            "junior",
                            "juniors",
                            "boys",
                            "girls",
                            "toddler",
                            "toddlers",
                            "infant",
                            "infants",
                            "baby"),
            "unisex", List.of("genderless"));

    private static final Map<String, String> MEANINGS = meanings();

    private Synonyms() {}

    private static Map<String, String> meanings() {
        var meanings = new HashMap<String, String>();
        AUDIENCES.forEach((audience, words) -> words.forEach(word -> meanings.put(word, audience)));
        for (int i = 1; i <= LARGEST_NUMERAL; i++) {
            meanings.put(String.valueOf(i), roman(i));
            meanings.put(roman(i), String.valueOf(i));
        }
        // An x stands between partners more often than for a ten.
        meanings.remove("10");
        return meanings;
    }

    /** The numeral in lower case. */
    private static String roman(int number) {
        return ("X".repeat(number / 10)
                        + List.of("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
                                .get(number % 10))
                .replace("XXXX", "XL")
                .toLowerCase(Locale.ROOT);
    }

    /** The other words, and how likely they are meant. */
    static Map<String, Double> of(String typed) {
        var meaning = MEANINGS.get(typed);
        return meaning == null ? ofPlural(typed) : Map.of(meaning, SAME);
    }

    /** The singular of a number with an s behind it; none of another word. */
    static Map<String, Double> ofPlural(String typed) {
        return PLURAL.matcher(typed).matches() ? Map.of(typed.substring(0, typed.length() - 1), 1.0) : Map.of();
    }
}
