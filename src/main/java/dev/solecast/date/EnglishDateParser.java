package dev.solecast.date;

import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Parses dates in English words, as headlines and scripts write them: "March 1, 2027", "Spring/Summer 2027", "Q1 2027".
 */
final class EnglishDateParser {
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}|[QqHh][1-4](?!\\d)");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)\\d{4}(?!\\d)");
    private static final Pattern DAY = Pattern.compile("(?<![\\dQqHh])\\d\\d?(?!\\d)");

    /** EDTF's codes of the parts of a year. In the sneaker trade "Holiday" is the last quarter. */
    private static final Map<String, Integer> CODES = Map.ofEntries(
            Map.entry("SPRING", 21),
            Map.entry("SUMMER", 22),
            Map.entry("AUTUMN", 23),
            Map.entry("FALL", 23),
            Map.entry("WINTER", 24),
            Map.entry("Q1", 33),
            Map.entry("Q2", 34),
            Map.entry("Q3", 35),
            Map.entry("Q4", 36),
            Map.entry("HOLIDAY", 36),
            Map.entry("H1", 40),
            Map.entry("H2", 41));

    private EnglishDateParser() {}

    /** A draft: leading zeros may be missing, and the day may not exist; empty without a year and a month or part. */
    static Optional<String> toEdtf(String text) {
        Optional<String> year =
                YEAR.matcher(text).results().map(MatchResult::group).findFirst();
        Optional<String> day =
                DAY.matcher(text).results().map(MatchResult::group).findFirst();
        List<Integer> codes = WORD.matcher(text)
                .results()
                .flatMap(word -> code(word.group().toUpperCase(Locale.ROOT)))
                .toList();
        if (year.isEmpty() || codes.isEmpty()) {
            return Optional.empty();
        }
        String first = year.get() + "-" + codes.getFirst();
        String last = year.get() + "-" + codes.getLast();
        boolean oneMonth = codes.size() == 1 && codes.getFirst() <= 12;
        return Optional.of(
                codes.size() > 1
                        ? first + "/" + last
                        : first + day.filter(_ -> oneMonth).map("-"::concat).orElse(""));
    }

    private static Stream<Integer> code(String word) {
        Stream<Integer> months = Stream.of(Month.values())
                .filter(month -> month.name().startsWith(word))
                .map(Month::getValue);
        return Stream.concat(Stream.ofNullable(CODES.get(word)), months);
    }
}
