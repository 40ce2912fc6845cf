package dev.solecast.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages in which labels are available. */
public enum Language {
    /** The default, if no language is requested, or none that is available. */
    ENGLISH("en"),
    GERMAN("de"),
    FRENCH("fr"),
    SPANISH("es"),
    JAPANESE("ja");

    /** The longest {@code Accept-Language} that is parsed, in characters; real ones name a few languages. */
    private static final int MAX_LENGTH = 1_000;

    private static final List<Locale> LOCALES =
            Arrays.stream(values()).map(Language::locale).toList();

    private final Locale locale;

    Language(String tag) {
        locale = Locale.of(tag);
    }

    /** The language that an {@code Accept-Language} prefers (RFC 4647, 3.4); English if it cannot be parsed. */
    public static Language preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > MAX_LENGTH) {
            return ENGLISH;
        }
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LOCALES);
            return best == null ? ENGLISH : values()[LOCALES.indexOf(best)];
        } catch (IllegalArgumentException e) {
            return ENGLISH;
        }
    }

    /** The tags of all languages, the default first. */
    public static List<String> tags() {
        return Arrays.stream(values()).map(Language::tag).toList();
    }

    /** The locale of the language, without a country. */
    public Locale locale() {
        return locale;
    }

    /** The language tag for {@code Content-Language}. */
    public String tag() {
        return locale.toLanguageTag();
    }
}
