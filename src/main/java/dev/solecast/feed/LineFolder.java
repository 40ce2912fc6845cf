package dev.solecast.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Folds the lines of a calendar at 75 octets (RFC 5545, 3.1), never within a character. ical4j's own folding counts
 * UTF-16 units, so that its lines are too long in Japanese, and an emoji may be split.
 */
final class LineFolder {

    private static final int LONGEST = 75;
    private static final String FOLD = "\r\n ";

    private final OutputStream out;

    LineFolder(OutputStream out) {
        this.out = out;
    }

    /** Writes a part of a calendar, whose {@code toString} is lines that end in CRLF. */
    void write(Object part) {
        var text = part.toString();
        var folded = new StringBuilder(text.length() + text.length() / 20);
        int lineOctets = 0;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            int octets = octets(character);
            if (character == '\r' || character == '\n') {
                lineOctets = 0;
            } else if (lineOctets + octets > LONGEST) {
                folded.append(FOLD);
                lineOctets = 1 + octets;
            } else {
                lineOctets += octets;
            }
            folded.appendCodePoint(character);
        }
        try {
            out.write(folded.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of bytes of a code point in UTF-8. */
    private static int octets(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
