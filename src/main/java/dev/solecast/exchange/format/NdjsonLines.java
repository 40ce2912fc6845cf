package dev.solecast.exchange.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.http.problem.JsonErrors;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads NDJSON: one object on each line, in UTF-8. Blank lines are numbered, but skipped. */
public final class NdjsonLines implements LineSource {

    /** The most bytes that a line may have. */
    static final int LONGEST = 1_000_000;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final InputStream file;
    private final ObjectReader json;
    private byte[] line = new byte[8_192];
    private long number;

    /**
     * @param json reads objects strictly, as request bodies are read
     */
    public NdjsonLines(InputStream file, ObjectReader json) {
        this.file = new BufferedInputStream(file, 65_536);
        this.json = json;
    }

    @Override
    public @Nullable ImportLine next() throws IOException {
        while (true) {
            int length = read();
            if (length < 0) {
                return null;
            }
            number++;
            if (length > LONGEST) {
                return invalid(length, "is longer than " + LONGEST + " bytes.");
            }
            if (!isBlank(length)) {
                return parse(length);
            }
        }
    }

    private ImportLine parse(int length) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, length))
                    .toString();
            var value = json.readTree(number == 1 && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
            return value instanceof ObjectNode fields
                    ? new ImportLine(number, fields, null, length)
                    : invalid(length, "must be an object of JSON.");
        } catch (JsonProcessingException e) {
            var problem = LineProblem.of(JsonErrors.problem(e));
            return new ImportLine(
                    number,
                    noFields(),
                    new LineProblem(problem.field(), problem.reason().replace("The body", "The line")),
                    length);
        } catch (CharacterCodingException e) {
            return invalid(length, "is not in UTF-8.");
        }
    }

    private ImportLine invalid(int length, String reason) {
        return new ImportLine(number, noFields(), new LineProblem(null, "The line " + reason), length);
    }

    private static ObjectNode noFields() {
        return JsonNodeFactory.instance.objectNode();
    }

    private boolean isBlank(int length) {
        for (int i = 0; i < length; i++) {
            if (line[i] > ' ' || line[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Reads a line into the buffer. Returns its length in bytes: LONGEST + 1 if too long, -1 after the last line. */
    private int read() throws IOException {
        int length = 0;
        int next = file.read();
        if (next < 0) {
            return -1;
        }
        while (next >= 0 && next != '\n') {
            if (length < LONGEST) {
                if (length == line.length) {
                    line = java.util.Arrays.copyOf(line, Math.min(2 * line.length, LONGEST));
                }
                line[length] = (byte) next;
            }
            length = Math.min(length + 1, LONGEST + 1);
            next = file.read();
        }
        return length;
    }
}
