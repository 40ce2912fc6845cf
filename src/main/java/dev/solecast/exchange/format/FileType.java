package dev.solecast.exchange.format;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written.
 *
 * @param gzip whether it is compressed
 */
public record FileType(Form form, boolean gzip) {

    public static final String NDJSON = "application/x-ndjson";
    public static final String CSV = "text/csv";

    private static final int BUFFER = 65_536;

    /** How lines are told apart, and what they look like. */
    enum Form {
        JSON_LINES,
        TABLE
    }

    /**
     * As the headers of a request say.
     *
     * @throws Problem 415 that names those there are
     */
    public static FileType of(@Nullable String type, @Nullable String encoding) {
        var bare = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        var form = switch (bare) {
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

    /** The lines of such a file. */
    public LineSource read(InputStream file, ObjectMapper json) throws IOException {
        var plain = gzip ? new GZIPInputStream(file, BUFFER) : file;
        return switch (form) {
            case JSON_LINES -> new NdjsonLines(plain, json.readerFor(ObjectNode.class));
            case TABLE -> new CsvLines(plain, json);
        };
    }
}
