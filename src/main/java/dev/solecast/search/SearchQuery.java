package dev.solecast.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The words that a person typed, each with the existing words that it may mean.
 *
 * @param typed the words as they are compared: without case, accents and punctuation
 * @param readings for each typed word the words that it may mean, and how likely that is, above 0 up to 1
 */
record SearchQuery(List<String> typed, List<Map<String, Double>> readings) {

    private static final double COMPLETED = 0.8;
    private static final double MISTYPED = 0.6;
    private static final double NUMBER_INSIDE = 0.5;

    /** "u1000", "nb1000": a model's number with a brand's letters around it. */
    private static final Pattern NUMBER = Pattern.compile("\\d{3,}");

    /** Reads each word as itself, joined with its neighbors, and completed; corrected only if there is no such word. */
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
     * Takes every word for a possible error, and skips words without any reading, except numbers and style codes,
     * without which it would be another shoe.
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

    /** The word by which an entry is found whose whole name was typed. */
    String wholeName() {
        return "=" + joined();
    }

    /** All typed words without gaps, as style codes are compared. */
    String joined() {
        return String.join("", typed);
    }

    /** Whether this can be the beginning of a style code: at least four characters, with a digit. */
    boolean mayBeStyleCode() {
        return joined().length() >= 4 && hasDigit(joined());
    }

    /** The same query where the mark of a brand, which its colorways have instead of its words, is a reading too. */
    SearchQuery withBrandMarks(Map<String, ? extends Collection<String>> brands) {
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

    /** The score of these words, from 0 to 1: the mean over all typed words of the likeliest reading among them. */
    double score(Collection<String> words) {
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
        for (var term : Vocabulary.termsAt(typed, i)) {
            if (vocabulary.has(term)) {
                reading.put(term, 1.0);
            }
            vocabulary.listCompletions(term).forEach(word -> reading.putIfAbsent(word, COMPLETED));
        }
        reading.put(typed.get(i), 1.0);
        return reading;
    }

    private static void correct(List<String> typed, int i, Vocabulary vocabulary, Map<String, Double> reading) {
        for (var term : Vocabulary.termsAt(typed, i)) {
            vocabulary.listCorrections(term).forEach(word -> reading.putIfAbsent(word, MISTYPED));
        }
        var number = NUMBER.matcher(typed.get(i));
        while (number.find()) {
            reading.putIfAbsent(number.group(), NUMBER_INSIDE);
        }
    }
}
