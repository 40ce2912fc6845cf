package dev.solecast.date;

import dev.solecast.date.Edtf.Dated;
import java.time.LocalDate;
import java.util.Locale;

/** « 1er–15 mars 2027 », « printemps-été 2024 », « jusqu’au 1er semestre 2027 ». */
final class French extends WindowFormatter {

    French() {
        super(Locale.FRENCH, "QQQQ");
    }

    /** CLDR has the plain number for the first of a month; people write « 1er mars ». */
    @Override
    String dayOfMonth(int day) {
        return day == 1 ? "1er" : Integer.toString(day);
    }

    @Override
    String day(LocalDate date) {
        return super.day(date).replaceFirst("^1 ", "1er ");
    }

    @Override
    String dayOfYear(LocalDate date) {
        return super.dayOfYear(date).replaceFirst("^1 ", "1er ");
    }

    @Override
    String season(YearPart part) {
        return switch (part) {
            case SPRING -> "printemps";
            case SUMMER -> "été";
            case AUTUMN -> "automne";
            default -> "hiver";
        };
    }

    @Override
    String half(int year, boolean first) {
        return (first ? "1er" : "2e") + " semestre " + year;
    }

    @Override
    String decade(int firstYear) {
        return "années " + firstYear;
    }

    @Override
    String collection(YearPart first, YearPart next) {
        return season(first) + "-" + season(next);
    }

    @Override
    String qualified(Qualifier qualifier, String label) {
        return switch (qualifier) {
            case NONE -> label;
            case APPROXIMATE -> label + " environ";
            case UNCERTAIN -> label + " (incertain)";
            case BOTH -> label + " environ (incertain)";
        };
    }

    @Override
    String from(Dated start) {
        var name = name(start.period());
        return qualified(
                start.qualifier(),
                switch (start.period()) {
                    case Period.InMonth _, Period.InYear _ -> "dès " + name;
                    case Period.InDecade _ -> "dès les " + name;
                    case Period.Day _, Period.InPart _ -> "dès " + (startsWithVowelSound(name) ? "l’" : "le ") + name;
                });
    }

    @Override
    String until(Dated end) {
        var name = name(end.period());
        return qualified(
                end.qualifier(),
                switch (end.period()) {
                    case Period.InMonth _, Period.InYear _ -> "jusqu’en " + name;
                    case Period.InDecade _ -> "jusqu’aux " + name;
                    case Period.Day _, Period.InPart _ ->
                        "jusqu’" + (startsWithVowelSound(name) ? "à l’" : "au ") + name;
                });
    }

    private static boolean startsWithVowelSound(String name) {
        return name.startsWith("é") || name.startsWith("a") || name.startsWith("h");
    }

    @Override
    String startUnknown() {
        return ", début inconnu";
    }

    @Override
    String endUnknown() {
        return ", fin inconnue";
    }

    @Override
    String anyTime() {
        return "à tout moment";
    }
}
