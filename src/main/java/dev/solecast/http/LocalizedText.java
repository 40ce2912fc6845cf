package dev.solecast.http;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Locale;

/**
 * A text for people, which a view holds without a language: the language is chosen when the response is serialized.
 * Without a choice it is serialized in English, and its {@code toString} is English too.
 */
@JsonSerialize(using = LocalizedTextSerializer.class)
public interface LocalizedText {

    /** The text in the language of this locale, or in English if that is not available. */
    String in(Locale language);
}
