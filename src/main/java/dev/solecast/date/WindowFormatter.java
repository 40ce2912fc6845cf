package dev.solecast.date;

import dev.solecast.date.Edtf.Dated;
import dev.solecast.date.Edtf.Interval;
import dev.solecast.date.Edtf.NoDate;
import dev.solecast.date.Period.Day;
import dev.solecast.date.Period.InDecade;
import dev.solecast.date.Period.InMonth;
import dev.solecast.date.Period.InPart;
import dev.solecast.date.Period.InYear;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Formats windows in one language. Months, quarters and the form of a day are the JDK's (from CLDR); seasons, halves
 * and the words in between, which it lacks, are ours, in a class for each language. The parts that both ends of an
 * interval share are written once; unless a language overrides this, the ends are joined by a dash, as CLDR joins them.
 */
abstract sealed class WindowFormatter permits English, German, French, Spanish, Japanese {
    private final Locale locale;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayOfYear;
    private final DateTimeFormatter month;
    private final DateTimeFormatter monthOfYear;
    private final DateTimeFormatter quarter;
    private final DateTimeFormatter quarterOfYear;

    /**
     * @param quarters the pattern letters of a quarter's name: QQQ is short, QQQQ long
     */
    WindowFormatter(Locale locale, String quarters) {
        this.locale = locale;
        day = DateTimeFormatter.ofPattern(
                DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        FormatStyle.LONG, null, IsoChronology.INSTANCE, locale),
                locale);
        dayOfYear = localized("MMMMd");
        month = localized("yMMMM");
        monthOfYear = DateTimeFormatter.ofPattern("LLLL", locale);
        quarter = localized("y" + quarters);
        quarterOfYear = DateTimeFormatter.ofPattern(quarters, locale);
    }

    /** Looks up the language's pattern for this template once; a localized formatter would do so for each date. */
    private DateTimeFormatter localized(String template) {
        return DateTimeFormatter.ofPattern(
                DateTimeFormatterBuilder.getLocalizedDateTimePattern(template, IsoChronology.INSTANCE, locale), locale);
    }

    /** The language as a two-letter code: {@code en}. */
    String language() {
        return locale.getLanguage();
    }

    abstract String dayOfMonth(int day);

    abstract String season(YearPart part);

    abstract String half(int year, boolean first);

    abstract String decade(int firstYear);

    /** Two consecutive seasons, as the trade names its collections. */
    abstract String collection(YearPart first, YearPart next);

    abstract String qualified(Qualifier qualifier, String label);

    abstract String from(Dated start);

    abstract String until(Dated end);

    abstract String startUnknown();

    abstract String endUnknown();

    abstract String anyTime();

    /** A part of a year and its year, which may be two: 2027/28. */
    String ofYear(String part, String year) {
        return part + " " + year;
    }

    String year(int year) {
        return Integer.toString(year);
    }

    /** The name as used within a sentence, with its article if it takes one. */
    String inSentence(Period period) {
        return name(period);
    }

    String to(String from, String to) {
        return from.contains(" ") ? from + " – " + to : from + "–" + to;
    }

    String label(Edtf edtf) {
        return switch (edtf) {
            case Dated dated when dated.qualifier() == Qualifier.NONE -> name(dated.period());
            case Dated dated -> inSentence(dated);
            case Interval(Dated from, Dated to) -> between(from, to);
            case Interval(Dated from, NoDate end) -> from(from) + (end == NoDate.UNKNOWN ? endUnknown() : "");
            case Interval(NoDate start, Dated to) -> until(to) + (start == NoDate.UNKNOWN ? startUnknown() : "");
            case Interval(NoDate start, NoDate end) -> anyTime();
        };
    }

    String name(Period period) {
        return switch (period) {
            case Day(var date) -> day(date);
            case InMonth in -> month.format(in.month());
            case InPart(var year, var part) -> name(year, part);
            case InYear in -> year(in.year());
            case InDecade(var firstYear) -> decade(firstYear);
        };
    }

    private String name(int year, YearPart part) {
        return switch (part.precision()) {
            case QUARTER -> quarter.format(part.firstMonth(year));
            case HALF -> half(year, part == YearPart.FIRST_HALF);
            default -> ofYear(season(part), part == YearPart.WINTER ? acrossNewYear(year) : Integer.toString(year));
        };
    }

    private static String acrossNewYear(int year) {
        return year + "/" + Integer.toString(year + 1).substring(2);
    }

    String day(LocalDate date) {
        return day.format(date);
    }

    String dayOfYear(LocalDate date) {
        return dayOfYear.format(date);
    }

    String monthOfYear(YearMonth of) {
        return monthOfYear.format(of);
    }

    String quarterOfYear(YearMonth first) {
        return quarterOfYear.format(first);
    }

    String inSentence(Dated dated) {
        return qualified(dated.qualifier(), inSentence(dated.period()));
    }

    private String between(Dated from, Dated to) {
        return from.qualifier() == to.qualifier()
                ? qualified(from.qualifier(), between(from.period(), to.period()))
                : to(label((Edtf) from), inSentence(to));
    }

    private String between(Period from, Period to) {
        if (name(from).equals(name(to))) {
            return name(from);
        }
        if (from.first().getYear() == to.first().getYear()) {
            if (from instanceof Day(var first) && to instanceof Day(var last)) {
                return days(first, last);
            }
            if (from instanceof InMonth first && to instanceof InMonth last) {
                return months(first.month(), last.month());
            }
            if (from instanceof InPart first && to instanceof InPart last) {
                return parts(first, last);
            }
        }
        return to(name(from), inSentence(to));
    }

    /** Two days of one year. */
    String days(LocalDate first, LocalDate last) {
        var start = first.getMonth() == last.getMonth() ? dayOfMonth(first.getDayOfMonth()) : dayOfYear(first);
        return to(start, day(last));
    }

    /** Two months of one year. */
    String months(YearMonth first, YearMonth last) {
        return to(monthOfYear(first), month.format(last));
    }

    /** Two quarters of one year. */
    String quarters(YearMonth first, YearMonth last) {
        return to(quarterOfYear(first), quarter.format(last));
    }

    private String parts(InPart from, InPart to) {
        var year = from.year();
        var first = from.part();
        var last = to.part();
        boolean seasons = first.precision() == Precision.SEASON && last.precision() == Precision.SEASON;
        if (seasons && last.code() == first.code() + 1) {
            // The trade's name for a collection: "Autumn/Winter 2024" is known by the year it starts in.
            return ofYear(collection(first, last), Integer.toString(year));
        }
        if (seasons && last != YearPart.WINTER) {
            return ofYear(to(season(first), season(last)), Integer.toString(year));
        }
        if (first.precision() == Precision.QUARTER && last.precision() == Precision.QUARTER) {
            return quarters(first.firstMonth(year), last.firstMonth(year));
        }
        return to(name(from), inSentence(to));
    }
}
