package dev.solecast.date;

import java.text.Normalizer;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Guesses the date that an invalid EDTF text was meant to be. A guess is shown, never used. */
final class Suggestion {
    private static final String ANY = "2027-03-01";
    private static final String ANY_YEAR = "2027";
    private static final String ANY_DECADE = "202X";

    /** Characters, more than an interval of times with zones has; longer texts are not guessed at. */
    private static final int LONGEST = 64;

    private static final Pattern DATE =
            Pattern.compile("(?<year>[\\dX]{1,6})(?:-(?<month>[\\dX]{1,2})(?:-(?<day>[\\dX]{1,2}))?)?(?![\\dE])");

    private Suggestion() {}

    /** A guess that is always valid EDTF. */
    static String near(String text) {
        if (text.length() > LONGEST) {
            return ANY;
        }
        String normalized = normalized(text);
        String draft = EnglishDateParser.toEdtf(normalized).orElse(normalized);
        String[] ends =
                Arrays.stream(draft.split("/", -1)).map(Suggestion::repaired).toArray(String[]::new);
        String first = ends[0];
        String last = ends[ends.length - 1];
        Stream<String> intervals = ends.length > 1 ? Stream.of(first + "/" + last, last + "/" + first) : Stream.of();
        return Stream.concat(intervals, Stream.of(first, last))
                .filter(Suggestion::parses)
                .findFirst()
                .orElse(ANY);
    }

    private static boolean parses(String guess) {
        try {
            EdtfParser.parse(guess);
            return true;
        } catch (EdtfParser.Refused refused) {
            return false;
        }
    }

    /** Brings other notations of a date into ISO order. 03/01/2027 is read as in the United States. */
    private static String normalized(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("[\\p{Pd}\u2212]", "-")
                .replaceAll("(?<=\\d)(T\\d|\\s+\\d\\d?:)[^/]*", "")
                .replaceAll("(?<=[\\dX])\\s+(?:-|to)\\s+(?=\\d{4})", "/")
                .replaceAll("\\s*([-/.?~%])\\s*", "$1")
                .replaceAll("(?<=[\\d-])x+", "XX")
                .replaceAll("(\\d{3})XX", "$1X")
                .replaceAll("[\\[\\]{}]", "")
                .replaceAll("(?<=[\\dX])(,|\\.\\.)(?=[\\dX])", "/")
                .replaceAll("^(\\d{4})[/. ](\\d\\d?)(?:[/. ](\\d\\d?))?$", "$1-$2-$3")
                .replaceAll("^(\\d{4})(\\d\\d)(\\d\\d)?$", "$1-$2-$3")
                .replaceAll("^(\\d\\d?)\\.(\\d\\d?)\\.(\\d{4})$", "$3-$2-$1")
                .replaceAll("^(1[3-9]|2\\d|3[01])[-/ ](\\d\\d?)[-/ ](\\d{4})$", "$3-$2-$1")
                .replaceAll("^(\\d\\d?)[-/ ](\\d\\d?)[-/ ](\\d{4})$", "$3-$1-$2")
                .replaceAll("^(\\d\\d?)[-/. ](\\d{4})$", "$2-$1")
                .replaceAll("-+$", "");
    }

    private static String repaired(String date) {
        Matcher found = DATE.matcher(date.replaceAll("[?~%]", ""));
        return found.find()
                ? repaired(found.group("year"), found.group("month"), found.group("day")) + qualifier(date)
                : date;
    }

    private static String repaired(String digits, @Nullable String month, @Nullable String day) {
        String year = year(digits);
        if (month == null || year.endsWith("X")) {
            return year;
        }
        if (month.contains("X")) {
            return year + "-XX";
        }
        int number = month(Integer.parseInt(month));
        if (day == null || number > 12) {
            return String.format(Locale.ROOT, "%s-%02d", year, number);
        }
        YearMonth whole = YearMonth.of(Integer.parseInt(year), number);
        return day.contains("X")
                ? whole + "-XX"
                : whole.atDay(Math.clamp(Integer.parseInt(day), 1, whole.lengthOfMonth()))
                        .toString();
    }

    private static String year(String digits) {
        if (digits.contains("X")) {
            return digits.matches("\\d{3}X") ? digits : ANY_DECADE;
        }
        if (digits.length() == 3) {
            return digits + "X";
        }
        int number = Integer.parseInt(digits) + (digits.length() == 2 ? 2000 : 0);
        return number < Period.FIRST_YEAR || number > Period.LAST_YEAR ? ANY_YEAR : Integer.toString(number);
    }

    /** Maps unsupported codes of ISO 8601-2 to near ones: seasons of a hemisphere (25 to 32), thirds (37 to 39). */
    private static int month(int number) {
        if (YearPart.find(number).isPresent()) {
            return number;
        }
        return switch (number) {
            case 25, 26, 27, 28 -> number - 4;
            case 29, 30, 31, 32 -> number - 8;
            case 37, 38, 39 -> 40;
            default -> Math.clamp(number, 1, 12);
        };
    }

    private static Qualifier qualifier(String date) {
        boolean both = date.contains("%");
        boolean uncertain = both || date.contains("?");
        boolean approximate = both || date.contains("~");
        return uncertain && approximate
                ? Qualifier.BOTH
                : uncertain ? Qualifier.UNCERTAIN : approximate ? Qualifier.APPROXIMATE : Qualifier.NONE;
    }
}
