package dev.solecast.date;

import java.util.List;
import java.util.Locale;

/** Windows in words for people, in the languages we speak. */
final class WindowLabels {
    private static final WindowFormatter ENGLISH = new English();
    private static final List<WindowFormatter> OTHERS =
            List.of(new German(), new French(), new Spanish(), new Japanese());

    private WindowLabels() {}

    /** In English. */
    static String of(Edtf edtf) {
        return ENGLISH.label(edtf);
    }

    /** In English. */
    static String of(Period period) {
        return ENGLISH.name(period);
    }

    /** In the language of the locale, whatever its country; in English where we do not speak it. */
    static String of(Edtf edtf, Locale locale) {
        return OTHERS.stream()
                .filter(tongue -> tongue.speaks(locale))
                .findFirst()
                .orElse(ENGLISH)
                .label(edtf);
    }
}
