package dev.solecast.feed;

import dev.solecast.date.Window;
import dev.solecast.http.Language;
import dev.solecast.http.WireName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The texts of calendars and feeds in a reader's language, from {@code words*.properties}; for one thread. */
final class FeedMessages {

    /** Falls back to the base file, in English; the JDK's default would be the language of this machine. */
    private static final ResourceBundle.Control ENGLISH_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle messages;
    private final NumberFormat percent;
    private final Map<String, String> templates = new HashMap<>();
    private final Map<BigDecimal, String> shares = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, String> countries = new HashMap<>();

    FeedMessages(Language language) {
        locale = language.locale();
        messages = ResourceBundle.getBundle("dev.solecast.feed.words", locale, ENGLISH_FALLBACK);
        percent = NumberFormat.getPercentInstance(locale);
    }

    Locale locale() {
        return locale;
    }

    String get(WireName value) {
        return messages.getString(value.wireName());
    }

    /** The message with this key, its placeholders filled in. */
    String format(String key, String... arguments) {
        var template = templates.computeIfAbsent(key, this::template);
        var text = new StringBuilder(template.length() + 40);
        for (int i = 0; i < template.length(); i++) {
            char character = template.charAt(i);
            if (character < arguments.length) {
                text.append(arguments[character]);
            } else {
                text.append(character);
            }
        }
        return text.toString();
    }

    /** The message with the characters U+0000, U+0001 and U+0002 as its placeholders, ten times as fast to fill in. */
    private String template(String key) {
        return new MessageFormat(messages.getString(key), locale).format(new Object[] {"\0", "\1", "\2"});
    }

    /** The label of a window. */
    String label(Window window) {
        return labels.computeIfAbsent(window.edtf(), edtf -> window.label(locale));
    }

    /** Formats a share, never as 0% or 100%: a rare event is not impossible, and a likely one not certain. */
    String percent(double share) {
        return shares.computeIfAbsent(BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_EVEN), this::formatShare);
    }

    private String formatShare(BigDecimal rounded) {
        if (rounded.doubleValue() < 0.01) {
            return "<" + percent.format(0.01);
        }
        return rounded.doubleValue() > 0.99 ? ">" + percent.format(0.99) : percent.format(rounded);
    }

    /** The name of a country, or the word for everywhere. */
    String region(String region) {
        return region.equals("WW") ? messages.getString("worldwide") : country(region);
    }

    /** The name of a country in the reader's language; "EU" has one too. */
    String country(String region) {
        return countries.computeIfAbsent(region, each -> Locale.of("", each).getDisplayCountry(locale));
    }
}
