package dev.solecast.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The words that a person typed, each with the existing words that it may mean.
 *
 * @param text the words as they are compared: without case, accents and punctuation
 * @param readings for each typed word the words that it may mean, and how likely that is, above 0 up to 1
 */
record SearchQuery(TypedText text, List<Map<String, Double>> readings) {

    /** Characters; less is the number of a model, not a style code that somebody shortened. */
    static final int SHORTEST_CODE = 5;

    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+");

    private static final double COMPLETED = 0.8;
    private static final double MISTYPED = 0.6;
    private static final double NUMBER_INSIDE = 0.5;

    /** "u1000", "nb1000": a model's number with a brand's letters around it. */
    private static final Pattern NUMBER = Pattern.compile("\\d{3,}");

    /** "aj4", "nb990": letters of a brand with the number of a model. */
    private static final Pattern CROSSING = Pattern.compile("[a-z]+[0-9][a-z0-9]*");

    /** The most parts of a text of which some are left out, to bound the work. */
    private static final int MOST_UNITS = 8;

    /** Reads each word as itself, joined with its neighbors, and completed; corrected only if there is no such word. */
    static SearchQuery strict(TypedText text, Vocabulary vocabulary) {
        var typed = text.words();
        var readings = new ArrayList<Map<String, Double>>();
        for (int i = 0; i < typed.size(); i++) {
            var reading = read(typed, i, vocabulary);
            if (reading.size() == 1 && !vocabulary.has(typed.get(i))) {
                correct(typed, i, vocabulary, reading);
            }
            readings.add(reading);
        }
        return new SearchQuery(text, readings);
    }

    /**
     * Takes every word for a possible error, and skips words without any reading, except numbers and style codes,
     * without which it would be another shoe.
     */
    static SearchQuery lenient(TypedText text, Vocabulary vocabulary) {
        var typed = text.words();
        var understood = new ArrayList<Integer>();
        var readings = new ArrayList<Map<String, Double>>();
        for (int i = 0; i < typed.size(); i++) {
            var reading = read(typed, i, vocabulary);
            correct(typed, i, vocabulary, reading);
            if (reading.size() > 1 || vocabulary.has(typed.get(i)) || hasDigit(typed.get(i))) {
                understood.add(i);
                readings.add(reading);
            }
        }
        return new SearchQuery(text.only(understood), readings);
    }

    /** The typed words. */
    List<String> typed() {
        return text.words();
    }

    /** The places of all words: every one must be found. */
    List<List<Integer>> all() {
        return List.of(IntStream.range(0, readings.size()).boxed().toList());
    }

    /**
     * The places of most words, in every combination that leaves out so many parts of the text; none if that would be
     * half of them or more.
     */
    List<List<Integer>> allBut(int leftOut) {
        var units = text.units().stream().distinct().limit(MOST_UNITS).toList();
        if (leftOut * 2 >= units.size()) {
            return List.of();
        }
        return combinations(units, units.size() - leftOut).stream()
                .map(kept -> IntStream.range(0, readings.size())
                        .boxed()
                        .filter(place -> kept.contains(text.units().get(place)))
                        .toList())
                .toList();
    }

    private static List<List<Integer>> combinations(List<Integer> units, int size) {
        if (size == 0) {
            return List.of(List.of());
        } else if (units.size() < size) {
            return List.of();
        }
        var rest = units.subList(1, units.size());
        var combinations = new ArrayList<List<Integer>>();
        for (var others : combinations(rest, size - 1)) {
            var with = new ArrayList<Integer>();
            with.add(units.getFirst());
            with.addAll(others);
            combinations.add(with);
        }
        combinations.addAll(combinations(rest, size));
        return combinations;
    }

    /** The same query without the word at this place. */
    SearchQuery without(int place) {
        var others = IntStream.range(0, readings.size())
                .boxed()
                .filter(each -> each != place)
                .toList();
        return new SearchQuery(
                text.only(others), others.stream().map(readings::get).toList());
    }

    /** The word by which an entry is found whose whole name was typed. */
    String wholeName() {
        return "=" + joined();
    }

    /** All typed words without gaps, as style codes are compared. */
    String joined() {
        return text.joined();
    }

    /** A style code without leading zeros, as people shorten it; its leading letters they leave out by themselves. */
    static String shortened(String code) {
        return LEADING_ZEROS.matcher(code).replaceFirst("");
    }

    /** Whether this can be the beginning of a style code: at least four characters, with a digit. */
    boolean mayBeStyleCode() {
        return joined().length() >= 4 && hasDigit(joined());
    }

    /** All words that are letters of a brand with the number of a model, which colorways do not have. */
    List<String> crossings() {
        return readings.stream()
                .flatMap(reading -> reading.keySet().stream())
                .filter(word -> CROSSING.matcher(word).matches())
                .distinct()
                .toList();
    }

    /** The same query where the mark of a brand or model, which colorways have instead of words, is a reading too. */
    SearchQuery withMarks(Map<String, ? extends Collection<String>> marks) {
        var marked = new ArrayList<Map<String, Double>>();
        for (var reading : readings) {
            var all = new HashMap<>(reading);
            marks.forEach((mark, words) -> words.stream()
                    .filter(reading::containsKey)
                    .forEach(word -> all.merge(mark, reading.get(word), Math::max)));
            marked.add(all);
        }
        return new SearchQuery(text, marked);
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
            Synonyms.ofPlural(term).forEach((word, likelihood) -> reading.merge(word, likelihood, Math::max));
        }
        Synonyms.of(typed.get(i)).forEach((word, likelihood) -> reading.merge(word, likelihood, Math::max));
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
