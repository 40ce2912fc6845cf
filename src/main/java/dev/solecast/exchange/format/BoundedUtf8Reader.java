package dev.solecast.exchange.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A text in UTF-8, without the mark that some programs put before it, of which no row may be so long that keeping it
 * would hurt.
 */
final class BoundedUtf8Reader extends Reader {

    /** Characters in a row. */
    static final int LONGEST = 1_000_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What stands for bytes that are not UTF-8; UTF-8 itself cannot write it. */
    private static final char GARBLED = '\uDC80';

    private final Reader text;
    private boolean begun;
    private long ofRow;

    BoundedUtf8Reader(InputStream in) {
        text = new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(GARBLED)));
    }

    /** Whether there were bytes in it that are not UTF-8. */
    static boolean isGarbled(String cell) {
        for (int at = cell.indexOf(GARBLED); at >= 0; at = cell.indexOf(GARBLED, at + 1)) {
            if (at == 0 || !Character.isHighSurrogate(cell.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }

    /** A row was read; from here on the next one is counted, a buffer sooner or later. */
    void nextRow() {
        ofRow = 0;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        if (ofRow > LONGEST) {
            throw new TooLong();
        }
        int read = text.read(into, from, length);
        if (!begun && read > 0) {
            begun = true;
            if (into[from] == BYTE_ORDER_MARK) {
                System.arraycopy(into, from + 1, into, from, read - 1);
                read = read == 1 ? read(into, from, length) : read - 1;
            }
        }
        ofRow += Math.max(read, 0);
        return read;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** That a row has more than {@link #LONGEST} characters. */
    static final class TooLong extends IOException {}
}
