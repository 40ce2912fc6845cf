package dev.solecast.exchange.format;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The type of a file of lines.
 *
 * @param gzip whether the file is compressed
 */
public record FileType(Form form, boolean gzip) {

    public static final String NDJSON = "application/x-ndjson";
    public static final String CSV = "text/csv";

    /** In bytes. */
    private static final int BUFFER = 65_536;

    /** The format of the lines. */
    enum Form {
        JSON_LINES,
        TABLE
    }

    /**
     * The type that the headers of a request name.
     *
     * @param type the Content-Type
     * @param encoding the Content-Encoding
     * @throws Problem 415 that lists the supported types
     */
    public static FileType of(@Nullable String type, @Nullable String encoding) {
        var mediaType = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        var form = switch (mediaType) {
            case NDJSON, "application/ndjson", "application/jsonl" -> Form.JSON_LINES;
            case CSV -> Form.TABLE;
            default ->
                throw Problem.of(
                        ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                        "Say what the file is by Content-Type: " + NDJSON + " for lines of JSON, or " + CSV
                                + " for a table.");
        };
        return switch (encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity" -> new FileType(form, false);
            case "gzip", "x-gzip" -> new FileType(form, true);
            default ->
                throw Problem.of(
                        ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                        "The only Content-Encoding that is read here is gzip; leave the header out for a file as it is.");
        };
    }

    /**
     * Opens a file of this type; its lines are read one by one. A compressed file is read whether a header says so or
     * not; of a file that is something else the only line says what it looks like.
     *
     * @throws IOException if it is to be compressed and is not, or is damaged
     */
    public LineSource read(InputStream file, ObjectMapper json) throws IOException {
        var arrived = new BufferedInputStream(file, BUFFER);
        var plain = gzip || FileLook.isGzip(arrived)
                ? new BufferedInputStream(new GZIPInputStream(arrived, BUFFER), BUFFER)
                : arrived;
        var fault = FileLook.findFault(plain, form);
        if (fault.isPresent()) {
            return LineSource.of(
                    new ImportLine(1, JsonNodeFactory.instance.objectNode(), new LineProblem(null, fault.get()), 0));
        }
        return switch (form) {
            case JSON_LINES -> new NdjsonLines(plain, json.readerFor(ObjectNode.class));
            case TABLE -> new CsvLines(plain, json);
        };
    }
}
