package dev.solecast.date;

import java.util.List;
import java.util.Locale;

/** Labels of windows for people, in each language that has a formatter. */
final class WindowLabels {
    private static final WindowFormatter ENGLISH = new English();

    /** All languages, listed here alone; the default first. */
    private static final List<WindowFormatter> FORMATTERS =
            List.of(ENGLISH, new German(), new French(), new Spanish(), new Japanese());

    /** The languages of the formatters, in their order, without countries. */
    static final List<Locale> LOCALES =
            FORMATTERS.stream().map(WindowFormatter::language).map(Locale::of).toList();

    private WindowLabels() {}

    /** The label in English. */
    static String of(Edtf edtf) {
        return ENGLISH.label(edtf);
    }

    /** The label in English. */
    static String of(Period period) {
        return ENGLISH.name(period);
    }

    /** The label in the language of the locale, of any country; in English if there is no formatter for it. */
    static String of(Edtf edtf, Locale locale) {
        return FORMATTERS.stream()
                .filter(formatter -> formatter.language().equals(locale.getLanguage()))
                .findFirst()
                .orElse(ENGLISH)
                .label(edtf);
    }
}
