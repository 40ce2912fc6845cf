package dev.solecast.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a person typed, word by word, each with the words that exist and may be meant by it.
 *
 * @param typed as they are compared: without case, accents and punctuation
 * @param readings for each typed word what it may mean, and how likely that is, over 0 to 1
 */
record SearchQuery(List<String> typed, List<Map<String, Double>> readings) {

    private static final double BEGUN = 0.8;
    private static final double MISTYPED = 0.6;
    private static final double NUMBER_INSIDE = 0.5;

    /** "u1000", "nb1000": a model's number with a brand's letters around it. */
    private static final Pattern NUMBER = Pattern.compile("\\d{3,}");

    /** Reads each word as itself, joined with its neighbours, and completed; corrected only if there is no such word. */
    static SearchQuery strict(List<String> typed, Vocabulary vocabulary) {
        var readings = new ArrayList<Map<String, Double>>();
        for (int i = 0; i < typed.size(); i++) {
            var reading = read(typed, i, vocabulary);
            if (reading.size() == 1 && !vocabulary.has(typed.get(i))) {
                correct(typed, i, vocabulary, reading);
            }
            readings.add(reading);
        }
        return new SearchQuery(typed, readings);
    }

    /**
     * Takes every word for a possible error, and passes over those that nothing at all can be made of; but for numbers
     * and style codes, without which it would be another shoe.
     */
    static SearchQuery lenient(List<String> typed, Vocabulary vocabulary) {
        var understood = new ArrayList<String>();
        var readings = new ArrayList<Map<String, Double>>();
        for (int i = 0; i < typed.size(); i++) {
            var reading = read(typed, i, vocabulary);
            correct(typed, i, vocabulary, reading);
            if (reading.size() > 1 || vocabulary.has(typed.get(i)) || hasDigit(typed.get(i))) {
                understood.add(typed.get(i));
                readings.add(reading);
            }
        }
        return new SearchQuery(understood, readings);
    }

    /** The words by which exactly what was typed is found, if it is a whole name. */
    String exactly() {
        return "=" + together();
    }

    /** Everything typed without the gaps, as style codes are compared. */
    String together() {
        return String.join("", typed);
    }

    /** Whether this can be the beginning of a style code: four characters, with a digit. */
    boolean mayBeStyleCode() {
        return together().length() >= 4 && hasDigit(together());
    }

    /** The same question where colorways know their brand by a mark instead of its words. */
    SearchQuery with(Map<String, ? extends Collection<String>> brands) {
        var marked = new ArrayList<Map<String, Double>>();
        for (var reading : readings) {
            var all = new HashMap<>(reading);
            brands.forEach((mark, words) -> words.stream()
                    .filter(reading::containsKey)
                    .forEach(word -> all.merge(mark, reading.get(word), Math::max)));
            marked.add(all);
        }
        return new SearchQuery(typed, marked);
    }

    /** How well these words answer, from 0 to 1: the mean over all words typed of the likeliest reading among them. */
    double match(Collection<String> words) {
        return readings.stream()
                .mapToDouble(reading -> words.stream()
                        .mapToDouble(word -> reading.getOrDefault(word, 0.0))
                        .max()
                        .orElse(0))
                .average()
                .orElse(0);
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    private static Map<String, Double> read(List<String> typed, int i, Vocabulary vocabulary) {
        var reading = new HashMap<String, Double>();
        for (var term : Vocabulary.around(typed, i)) {
            if (vocabulary.has(term)) {
                reading.put(term, 1.0);
            }
            vocabulary.begunBy(term).forEach(word -> reading.putIfAbsent(word, BEGUN));
        }
        reading.put(typed.get(i), 1.0);
        return reading;
    }

    private static void correct(List<String> typed, int i, Vocabulary vocabulary, Map<String, Double> reading) {
        for (var term : Vocabulary.around(typed, i)) {
            vocabulary.mistypedAs(term).forEach(word -> reading.putIfAbsent(word, MISTYPED));
        }
        var number = NUMBER.matcher(typed.get(i));
        while (number.find()) {
            reading.putIfAbsent(number.group(), NUMBER_INSIDE);
        }
    }
}
