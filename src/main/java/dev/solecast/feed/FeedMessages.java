package dev.solecast.feed;

import dev.solecast.http.Language;
import dev.solecast.http.WireName;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of calendars and feeds in a reader's language, from {@code words*.properties}. */
final class FeedMessages {

    /** Falls back to the base file, in English; the JDK's default would be the language of this machine. */
    private static final ResourceBundle.Control ENGLISH_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle messages;

    FeedMessages(Language language) {
        locale = language.locale();
        messages = ResourceBundle.getBundle("dev.solecast.feed.words", locale, ENGLISH_FALLBACK);
    }

    Locale locale() {
        return locale;
    }

    String get(WireName value) {
        return messages.getString(value.wireName());
    }

    /** The message with this key, its placeholders filled in. */
    String format(String key, Object... arguments) {
        return MessageFormat.format(messages.getString(key), arguments);
    }

    /** Formats a share, never as 0% or 100%: a rare event is not impossible, and a likely one not certain. */
    String percent(BigDecimal share) {
        var percent = NumberFormat.getPercentInstance(locale);
        if (share.doubleValue() < 0.01) {
            return "<" + percent.format(0.01);
        }
        return share.doubleValue() > 0.99 ? ">" + percent.format(0.99) : percent.format(share);
    }

    /** The name of a country in the reader's language; "EU" has one too. */
    String country(String region) {
        return Locale.of("", region).getDisplayCountry(locale);
    }
}
