package dev.solecast.http;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Locale;

/**
 * A text for people, which a view carries unsaid: only where the answer is written is it known in which language. Written
 * for nobody in particular, it is English. Its {@code toString} is English too.
 */
@JsonSerialize(using = LocalizedTextSerializer.class)
public interface LocalizedText {

    /** The text in the language of this locale, or in English where we do not speak it. */
    String in(Locale language);
}
