package dev.solecast.feed;

import java.util.regex.Pattern;

/** Text of strangers, made fit for formats that allow no control characters. Nothing a person could read is taken away. */
final class ControlCharacters {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\uFFFE\uFFFF&&[^\\n]]");

    private ControlCharacters() {}

    /** Its lines, each ended by a line feed. */
    static String lines(String text) {
        return CONTROL.matcher(text.replaceAll("\\R", "\n")).replaceAll("");
    }

    /** On one line. */
    static String line(String text) {
        return lines(text).replace('\n', ' ').strip();
    }
}
