package dev.solecast.feed;

import java.io.IOException;
import java.io.OutputStream;
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
    void write(Object part) throws IOException {
        var text = part.toString();
        var folded = new StringBuilder(text.length() + text.length() / 20);
        for (int begin = 0; begin < text.length(); ) {
            int end = text.indexOf('\n', begin) + 1;
            end = end == 0 ? text.length() : end;
            fold(text, begin, end, folded);
            begin = end;
        }
        out.write(folded.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void fold(String text, int begin, int end, StringBuilder folded) {
        // No UTF-16 unit has more than three octets in UTF-8.
        if ((end - begin) * 3 <= LONGEST) {
            folded.append(text, begin, end);
            return;
        }
        int lineOctets = 0;
        int copied = begin;
        for (int at = begin; at < end; ) {
            char unit = text.charAt(at);
            if (unit == '\r') {
                break;
            }
            int octets = unit < 0x80 ? 1 : octets(text.codePointAt(at));
            if (lineOctets + octets > LONGEST) {
                folded.append(text, copied, at).append(FOLD);
                copied = at;
                lineOctets = 1;
            }
            lineOctets += octets;
            at += octets == 4 ? 2 : 1;
        }
        folded.append(text, copied, end);
    }

    /** The number of bytes of a code point in UTF-8. */
    private static int octets(int character) {
        return character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
