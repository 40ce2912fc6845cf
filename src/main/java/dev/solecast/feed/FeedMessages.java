package dev.solecast.feed;

import dev.solecast.http.Language;
import dev.solecast.http.WireName;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What calendars and feeds say in a reader's language; the words are in {@code words*.properties}. */
final class FeedMessages {

    /** The JDK's choice where there is no such file would be the language of this machine. */
    private static final ResourceBundle.Control ENGLISH_OTHERWISE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle words;

    FeedMessages(Language language) {
        locale = language.locale();
        words = ResourceBundle.getBundle("dev.solecast.feed.words", locale, ENGLISH_OTHERWISE);
    }

    Locale locale() {
        return locale;
    }

    String of(WireName word) {
        return words.getString(word.word());
    }

    /** A phrase with its gaps filled in. */
    String say(String key, Object... what) {
        return MessageFormat.format(words.getString(key), what);
    }

    /** Never 0% or 100%: what is that rare, or that likely, is not impossible, or certain. */
    String percent(BigDecimal share) {
        var percent = NumberFormat.getPercentInstance(locale);
        if (share.doubleValue() < 0.01) {
            return "<" + percent.format(0.01);
        }
        return share.doubleValue() > 0.99 ? ">" + percent.format(0.99) : percent.format(share);
    }

    /** The name of a country; "EU" has one too. */
    String country(String region) {
        return Locale.of("", region).getDisplayCountry(locale);
    }
}
