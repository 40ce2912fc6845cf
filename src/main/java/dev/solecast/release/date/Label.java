package dev.solecast.release.date;

import dev.solecast.release.date.Edtf.Dated;
import dev.solecast.release.date.Edtf.Interval;
import dev.solecast.release.date.Edtf.NoDate;
import dev.solecast.release.date.Period.Day;
import dev.solecast.release.date.Period.InDecade;
import dev.solecast.release.date.Period.InMonth;
import dev.solecast.release.date.Period.InPart;
import dev.solecast.release.date.Period.InYear;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** English for people. The names of months and quarters are the JDK's (from CLDR), the words between them ours. */
final class Label {
    private static final Locale LOCALE = Locale.UK;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", LOCALE);
    private static final DateTimeFormatter DAY_WITHOUT_YEAR = DateTimeFormatter.ofPattern("d MMMM", LOCALE);
    private static final DateTimeFormatter DAY_OF_MONTH = DateTimeFormatter.ofPattern("d", LOCALE);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", LOCALE);
    private static final DateTimeFormatter MONTH_WITHOUT_YEAR = DateTimeFormatter.ofPattern("LLLL", LOCALE);
    private static final DateTimeFormatter QUARTER = DateTimeFormatter.ofPattern("QQQ uuuu", LOCALE);
    private static final DateTimeFormatter QUARTER_WITHOUT_YEAR = DateTimeFormatter.ofPattern("QQQ", LOCALE);

    private Label() {}

    static String of(Edtf edtf) {
        return switch (edtf) {
            case Dated dated when dated.qualifier() == Qualifier.NONE -> of(dated.period());
            case Dated dated -> inSentence(dated);
            case Interval(Dated from, Dated to) -> between(from, to);
            case Interval(Dated from, NoDate end) ->
                "from " + inSentence(from) + (end == NoDate.UNKNOWN ? ", end unknown" : "");
            case Interval(NoDate start, Dated to) ->
                "until " + inSentence(to) + (start == NoDate.UNKNOWN ? ", start unknown" : "");
            case Interval(NoDate start, NoDate end) -> "at any time";
        };
    }

    static String of(Period period) {
        return switch (period) {
            case Day(var day) -> DAY.format(day);
            case InMonth month -> of(month.month());
            case InPart(var year, var part) -> of(year, part);
            case InYear year -> Integer.toString(year.year());
            case InDecade(var firstYear) -> firstYear + "s";
        };
    }

    static String of(YearMonth month) {
        return MONTH.format(month);
    }

    private static String of(int year, YearPart part) {
        return switch (part.precision()) {
            case QUARTER -> QUARTER.format(part.firstMonth(year));
            case HALF -> (part == YearPart.FIRST_HALF ? "first" : "second") + " half of " + year;
            default -> season(part) + " " + (part == YearPart.WINTER ? acrossNewYear(year) : year);
        };
    }

    private static String season(YearPart part) {
        return part.name().charAt(0) + part.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static String acrossNewYear(int year) {
        return "%d/%02d".formatted(year, (year + 1) % 100);
    }

    private static String inSentence(Dated dated) {
        return qualified(dated.qualifier(), inSentence(dated.period()));
    }

    private static String inSentence(Period period) {
        boolean takesArticle = period.precision() == Precision.HALF || period.precision() == Precision.DECADE;
        return (takesArticle ? "the " : "") + of(period);
    }

    private static String qualified(Qualifier qualifier, String label) {
        return (qualifier.approximate() ? "about " : "") + label + (qualifier.uncertain() ? " (uncertain)" : "");
    }

    private static String between(Dated from, Dated to) {
        return from.qualifier() == to.qualifier()
                ? qualified(from.qualifier(), between(from.period(), to.period()))
                : of((Edtf) from) + " to " + inSentence(to);
    }

    /** Says what both ends share only once: "1 to 15 March 2027". */
    private static String between(Period from, Period to) {
        if (from instanceof Day(var first) && to instanceof Day(var last)) {
            return between(first, last);
        }
        boolean sameYear = from.first().getYear() == to.first().getYear();
        if (of(from).equals(of(to))) {
            return of(from);
        }
        if (sameYear && from instanceof InMonth && to instanceof InMonth) {
            return MONTH_WITHOUT_YEAR.format(from.first()) + " to " + of(to);
        }
        if (sameYear && from instanceof InPart first && to instanceof InPart last) {
            return between(first.year(), first.part(), last.part());
        }
        return of(from) + " to " + inSentence(to);
    }

    private static String between(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return DAY.format(last);
        }
        DateTimeFormatter shortened = first.getYear() != last.getYear()
                ? DAY
                : first.getMonth() == last.getMonth() ? DAY_OF_MONTH : DAY_WITHOUT_YEAR;
        return shortened.format(first) + " to " + DAY.format(last);
    }

    private static String between(int year, YearPart first, YearPart last) {
        boolean seasons = first.precision() == Precision.SEASON && last.precision() == Precision.SEASON;
        if (seasons && last.code() == first.code() + 1) {
            // The trade's own words for a collection: "Autumn/Winter 2024" is known by the year it starts in.
            return season(first) + "/" + season(last) + " " + year;
        }
        if (seasons && last != YearPart.WINTER) {
            return season(first) + " to " + of(year, last);
        }
        if (first.precision() == Precision.QUARTER && last.precision() == Precision.QUARTER) {
            return QUARTER_WITHOUT_YEAR.format(first.firstMonth(year)) + " to " + of(year, last);
        }
        return of(year, first) + " to " + inSentence(new InPart(year, last));
    }
}
