package dev.solecast.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sanitizes text and addresses from others for places where markup cannot isolate them. */
final class SafeText {

    /** Unicode's bidirectional control characters, which can reverse all text that follows on a page. */
    private static final Pattern DIRECTION_MARKS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private SafeText() {}

    /** Removes direction marks, for titles, previews and labels; in the body of a page {@code <bdi>} is better. */
    static String text(String text) {
        return DIRECTION_MARKS.matcher(text).replaceAll("");
    }

    /** Returns the address if it is safe to link to, with the scheme http or https; otherwise null. */
    static @Nullable String link(@Nullable String address) {
        if (address == null) {
            return null;
        }
        try {
            var scheme = new URI(address).getScheme();
            return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme) ? address : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
