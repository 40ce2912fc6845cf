package dev.solecast.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text and addresses that others wrote, made fit for places where markup cannot fence them in. */
final class SafeText {

    /** Unicode's marks that turn the direction of what follows them, up to the end of the page. */
    private static final Pattern DIRECTION_MARKS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private SafeText() {}

    /** For a title, a preview or a label: in a page's body {@code <bdi>} does this better. */
    static String text(String text) {
        return DIRECTION_MARKS.matcher(text).replaceAll("");
    }

    /** The address if it can be followed without harm, that is on the web; otherwise null. */
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
