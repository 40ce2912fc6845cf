package dev.solecast.exchange.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 text without its byte order mark, and fails on a row that is too long to be held in memory. */
final class BoundedUtf8Reader extends Reader {

    /** The most characters (UTF-16 units) that a row may have. */
    static final int LONGEST = 1_000_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Replaces bytes that are not UTF-8: a lone surrogate, which valid UTF-8 cannot encode. */
    private static final char REPLACEMENT = '\uDC80';

    private final Reader reader;
    private boolean started;
    private long rowLength;

    BoundedUtf8Reader(InputStream in) {
        reader = new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(REPLACEMENT)));
    }

    /** Whether the bytes of this cell were not all UTF-8. */
    static boolean containsInvalidUtf8(String cell) {
        for (int i = cell.indexOf(REPLACEMENT); i >= 0; i = cell.indexOf(REPLACEMENT, i + 1)) {
            if (i == 0 || !Character.isHighSurrogate(cell.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Restarts the count of characters for the next row; because of read-ahead, it is exact only to a buffer. */
    void nextRow() {
        rowLength = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (rowLength > LONGEST) {
            throw new TooLong();
        }
        int read = reader.read(buffer, offset, length);
        if (!started && read > 0) {
            started = true;
            if (buffer[offset] == BYTE_ORDER_MARK) {
                System.arraycopy(buffer, offset + 1, buffer, offset, read - 1);
                read = read == 1 ? read(buffer, offset, length) : read - 1;
            }
        }
        rowLength += Math.max(read, 0);
        return read;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Thrown when a row has more than {@link #LONGEST} characters. */
    static final class TooLong extends IOException {}
}
