package dev.solecast.feed;

import java.util.regex.Pattern;

/** Removes control characters from untrusted text, for formats that allow none. Readable characters stay. */
final class ControlCharacters {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\uFFFE\uFFFF&&[^\\n]]");

    private ControlCharacters() {}

    /** The text without control characters but line feeds, which replace all other line breaks. */
    static String strip(String text) {
        return CONTROL.matcher(text.replaceAll("\\R", "\n")).replaceAll("");
    }

    /** The same on one line. */
    static String stripToLine(String text) {
        return strip(text).replace('\n', ' ').strip();
    }
}
