package dev.solecast.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that labels are given in. */
public enum Language {
    /** Where nothing else is asked for, or nothing we speak. */
    ENGLISH("en"),
    GERMAN("de"),
    FRENCH("fr"),
    SPANISH("es"),
    JAPANESE("ja");

    /** Characters; people name a handful of languages. */
    private static final int LONGEST = 1_000;

    private static final List<Locale> LOCALES =
            Arrays.stream(values()).map(Language::locale).toList();

    private final Locale locale;

    Language(String tag) {
        locale = Locale.of(tag);
    }

    /** The one that an {@code Accept-Language} likes best (RFC 4647, 3.4); English if it cannot be read. */
    public static Language preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > LONGEST) {
            return ENGLISH;
        }
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LOCALES);
            return best == null ? ENGLISH : values()[LOCALES.indexOf(best)];
        } catch (IllegalArgumentException e) {
            return ENGLISH;
        }
    }

    /** Without a country. */
    public Locale locale() {
        return locale;
    }

    /** As {@code Content-Language} has it. */
    public String tag() {
        return locale.toLanguageTag();
    }
}
