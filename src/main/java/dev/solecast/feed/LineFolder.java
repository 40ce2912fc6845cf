package dev.solecast.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Folds the lines of a calendar at 75 octets (RFC 5545, 3.1), never within a character. What ical4j has for this counts
 * UTF-16, so that its lines are too long in Japanese, and an emoji may be torn.
 */
final class LineFolder {

    private static final int LONGEST = 75;
    private static final String FOLD = "\r\n ";

    private final OutputStream out;

    LineFolder(OutputStream out) {
        this.out = out;
    }

    /** Writes lines that end in CRLF, as the parts of a calendar print themselves. */
    void write(Object part) {
        var text = part.toString();
        var folded = new StringBuilder(text.length() + text.length() / 20);
        int line = 0;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            int octets = octets(character);
            if (character == '\r' || character == '\n') {
                line = 0;
            } else if (line + octets > LONGEST) {
                folded.append(FOLD);
                line = 1 + octets;
            } else {
                line += octets;
            }
            folded.appendCodePoint(character);
        }
        try {
            out.write(folded.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In UTF-8. */
    private static int octets(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
