package dev.solecast.date;

import dev.solecast.date.Edtf.Dated;
import java.util.Locale;

/** «1–15 de marzo de 2027», «primavera-verano de 2024», «hasta el primer semestre de 2027». */
final class Spanish extends WindowFormatter {

    Spanish() {
        super(Locale.of("es"), "QQQQ");
    }

    @Override
    String dayOfMonth(int day) {
        return Integer.toString(day);
    }

    @Override
    String season(YearPart part) {
        return switch (part) {
            case SPRING -> "primavera";
            case SUMMER -> "verano";
            case AUTUMN -> "otoño";
            default -> "invierno";
        };
    }

    @Override
    String half(int year, boolean first) {
        return (first ? "primer" : "segundo") + " semestre de " + year;
    }

    @Override
    String decade(int firstYear) {
        return "década de " + firstYear;
    }

    @Override
    String collection(YearPart first, YearPart next) {
        return season(first) + "-" + season(next);
    }

    @Override
    String ofYear(String part, String year) {
        return part + " de " + year;
    }

    @Override
    String qualified(Qualifier qualifier, String label) {
        return switch (qualifier) {
            case NONE -> label;
            case APPROXIMATE -> label + " aproximadamente";
            case UNCERTAIN -> label + " (incierto)";
            case BOTH -> label + " aproximadamente (incierto)";
        };
    }

    @Override
    String from(Dated start) {
        return qualified(start.qualifier(), "desde " + withArticle(start.period()));
    }

    @Override
    String until(Dated end) {
        return qualified(end.qualifier(), "hasta " + withArticle(end.period()));
    }

    private String withArticle(Period period) {
        var name = name(period);
        return switch (period) {
            case Period.InMonth _, Period.InYear _ -> name;
            case Period.InDecade _ -> "la " + name;
            case Period.InPart in when in.part() == YearPart.SPRING -> "la " + name;
            case Period.Day _, Period.InPart _ -> "el " + name;
        };
    }

    @Override
    String startUnknown() {
        return ", inicio desconocido";
    }

    @Override
    String endUnknown() {
        return ", final desconocido";
    }

    @Override
    String anyTime() {
        return "en cualquier momento";
    }
}
