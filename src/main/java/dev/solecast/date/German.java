package dev.solecast.date;

import dev.solecast.date.Edtf.Dated;
import java.util.Locale;

/** „1.–15. März 2027“, „Frühjahr/Sommer 2024“, „ab dem 1. Halbjahr 2027“. */
final class German extends WindowFormatter {

    German() {
        super(Locale.GERMAN, "QQQ");
    }

    @Override
    String dayOfMonth(int day) {
        return day + ".";
    }

    @Override
    String season(YearPart part) {
        return switch (part) {
            case SPRING -> "Frühjahr";
            case SUMMER -> "Sommer";
            case AUTUMN -> "Herbst";
            default -> "Winter";
        };
    }

    @Override
    String half(int year, boolean first) {
        return (first ? "1" : "2") + ". Halbjahr " + year;
    }

    @Override
    String decade(int firstYear) {
        return firstYear + "er-Jahre";
    }

    @Override
    String collection(YearPart first, YearPart next) {
        return season(first) + "/" + season(next);
    }

    @Override
    String qualified(Qualifier qualifier, String label) {
        return (qualifier.approximate() ? "etwa " : "") + label + (qualifier.uncertain() ? " (unsicher)" : "");
    }

    @Override
    String from(Dated start) {
        return "ab " + dative(start, "dem ", "den ");
    }

    @Override
    String until(Dated end) {
        return "bis " + dative(end, "zum ", "zu den ");
    }

    /** Days, months, seasons, quarters and years take no article after „ab“ and „bis“. */
    private String dative(Dated dated, String beforeHalf, String beforeDecade) {
        var name = name(dated.period());
        return qualified(
                dated.qualifier(),
                switch (dated.period().precision()) {
                    case HALF -> beforeHalf + name;
                    case DECADE -> beforeDecade + name + "n";
                    default -> name;
                });
    }

    @Override
    String startUnknown() {
        return ", Beginn unbekannt";
    }

    @Override
    String endUnknown() {
        return ", Ende unbekannt";
    }

    @Override
    String anyTime() {
        return "jederzeit";
    }
}
