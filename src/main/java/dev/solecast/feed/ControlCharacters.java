package dev.solecast.feed;

import java.util.regex.Pattern;

/** Removes control characters from untrusted text, for formats that allow none. Readable characters stay. */
final class ControlCharacters {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\uFFFE\uFFFF&&[^\\n]]");

    private ControlCharacters() {}

    /** The text without control characters but line feeds, which replace all other line breaks. */
    static String strip(String text) {
        if (text.chars().allMatch(ControlCharacters::isPlain)) {
            return text;
        }
        return CONTROL.matcher(text.replaceAll("\\R", "\n")).replaceAll("");
    }

    /** Whether neither pattern can match it, which is true of nearly all texts. */
    private static boolean isPlain(int unit) {
        return (unit >= ' ' && unit < 0x7F) || (unit > 0xA0 && unit < 0x2028) || (unit > 0x2029 && unit < 0xFFFE);
    }

    /** The same on one line. */
    static String stripToLine(String text) {
        return strip(text).replace('\n', ' ').strip();
    }
}
