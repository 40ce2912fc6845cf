package dev.solecast.date;

import dev.solecast.date.Edtf.Dated;
import java.util.Locale;

/** "March to April 2027", "Spring/Summer 2024", "until about the first half of 2027". */
final class English extends WindowFormatter {

    English() {
        super(Locale.UK, "QQQ");
    }

    @Override
    String dayOfMonth(int day) {
        return Integer.toString(day);
    }

    @Override
    String season(YearPart part) {
        return part.name().charAt(0) + part.name().substring(1).toLowerCase(Locale.ROOT);
    }

    @Override
    String half(int year, boolean first) {
        return (first ? "first" : "second") + " half of " + year;
    }

    @Override
    String decade(int firstYear) {
        return firstYear + "s";
    }

    @Override
    String collection(YearPart first, YearPart next) {
        return season(first) + "/" + season(next);
    }

    @Override
    String inSentence(Period period) {
        boolean takesArticle = period.precision() == Precision.HALF || period.precision() == Precision.DECADE;
        return (takesArticle ? "the " : "") + name(period);
    }

    @Override
    String qualified(Qualifier qualifier, String label) {
        return (qualifier.approximate() ? "about " : "") + label + (qualifier.uncertain() ? " (uncertain)" : "");
    }

    @Override
    String to(String from, String to) {
        return from + " to " + to;
    }

    @Override
    String from(Dated start) {
        return "from " + inSentence(start);
    }

    @Override
    String until(Dated end) {
        return "until " + inSentence(end);
    }

    @Override
    String startUnknown() {
        return ", start unknown";
    }

    @Override
    String endUnknown() {
        return ", end unknown";
    }

    @Override
    String anyTime() {
        return "at any time";
    }
}
