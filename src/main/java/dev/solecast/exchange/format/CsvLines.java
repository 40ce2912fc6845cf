package dev.solecast.exchange.format;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a table below their header (RFC 4180, in UTF-8). A row at fault is told, and reading goes on; after
 * what leaves it unclear where the next row begins it ends with a fault.
 */
final class CsvLines implements LineSource {

    private static final Pattern OPENED = Pattern.compile("startline ([\\d,.]+)");

    private final ObjectMapper json;
    private final BoundedUtf8Reader text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private @Nullable Header header;
    private boolean ended;

    CsvLines(InputStream in, ObjectMapper json) throws IOException {
        this.json = json;
        text = new BoundedUtf8Reader(in);
        parser =
                CSVParser.builder().setReader(text).setFormat(CSVFormat.RFC4180).get();
        rows = parser.iterator();
    }

    @Override
    public @Nullable ImportLine next() throws IOException {
        while (!ended) {
            var number = parser.getCurrentLineNumber() + 1;
            try {
                if (!rows.hasNext()) {
                    return end();
                }
                var row = rows.next();
                text.nextRow();
                var line = read(number, row);
                if (line != null) {
                    return line;
                }
            } catch (UncheckedIOException e) {
                return broken(number, e);
            }
        }
        return null;
    }

    private @Nullable ImportLine end() {
        ended = true;
        return header == null
                ? fault(1, "The file is empty. Its first line must be the header, such as type,slug,name.")
                : null;
    }

    /** Null if there is nothing in it to be told. */
    private @Nullable ImportLine read(long number, CSVRecord row) {
        if (row.stream().allMatch(String::isBlank)) {
            return null;
        }
        if (row.stream().anyMatch(BoundedUtf8Reader::isGarbled)) {
            ended = header == null;
            return fault(number, "It is not UTF-8. Save the file as UTF-8 (in a spreadsheet: CSV UTF-8).");
        }
        if (header != null) {
            return header.line(number, row, json);
        }
        try {
            header = Header.of(row);
            return null;
        } catch (IllegalArgumentException e) {
            ended = true;
            return fault(number, e.getMessage());
        }
    }

    private ImportLine broken(long number, UncheckedIOException e) throws IOException {
        ended = true;
        var cause = Objects.requireNonNull(e.getCause());
        return switch (cause) {
            case BoundedUtf8Reader.TooLong tooLong ->
                fault(
                        number,
                        "A row that begins here has more than " + BoundedUtf8Reader.LONGEST
                                + " characters. Is a quote never closed? Nothing after it was read.");
            case CSVException malformed -> malformed(number, malformed);
            default -> throw cause;
        };
    }

    private static ImportLine malformed(long number, CSVException e) {
        var message = String.valueOf(e.getMessage());
        var opened = OPENED.matcher(message);
        if (message.contains("EOF") && opened.find()) {
            return fault(
                    Long.parseLong(opened.group(1).replaceAll("\\D", "")),
                    "A quote is opened here and never closed. Nothing after it was read.");
        }
        return fault(
                number,
                "Something follows a closing quote. A quote within quotes is written twice. Nothing after it was read.");
    }

    private static ImportLine fault(long number, @Nullable String reason) {
        return new ImportLine(
                number, JsonNodeFactory.instance.objectNode(), new LineProblem(null, String.valueOf(reason)), 0);
    }

    /** The names of the columns. */
    private record Header(List<String> columns) {

        /**
         * Reads it.
         *
         * @throws IllegalArgumentException that says what is wrong with it
         */
        static Header of(CSVRecord row) {
            var columns = row.stream().map(String::strip).toList();
            if (!columns.contains(Columns.TYPE)) {
                var only = columns.getFirst();
                for (var delimiter : List.of(";", "\t")) {
                    if (List.of(only.split(delimiter, -1)).contains(Columns.TYPE)) {
                        throw new IllegalArgumentException("The columns are separated by "
                                + (delimiter.equals(";") ? "semicolons" : "tabs") + "; separate them by commas.");
                    }
                }
                throw new IllegalArgumentException(
                        "There is no column type. The first line must be the header, such as type,slug,name.");
            }
            for (int at = 0; at < columns.size(); at++) {
                var column = columns.get(at);
                if (!column.isEmpty() && Columns.of("", column) == null) {
                    throw new IllegalArgumentException("There is no column \"" + CellType.shortened(column)
                            + "\". There are: " + String.join(", ", Columns.of(List.of(LineType.values()))) + ".");
                }
                if (!column.isEmpty() && columns.indexOf(column) < at) {
                    throw new IllegalArgumentException("The column " + column + " is there twice.");
                }
            }
            return new Header(columns);
        }

        ImportLine line(long number, CSVRecord row, ObjectMapper json) {
            var type = row.size() > columns.indexOf(Columns.TYPE)
                    ? CellType.unguarded(row.get(columns.indexOf(Columns.TYPE)))
                    : "";
            ObjectNode fields = JsonNodeFactory.instance.objectNode();
            int length = row.stream().mapToInt(String::length).sum();
            for (int at = 0; at < row.size(); at++) {
                var cell = row.get(at);
                if (cell.isEmpty()) {
                    continue;
                }
                var column = at < columns.size() ? columns.get(at) : "";
                var kind = Columns.of(type, column);
                if (kind == null) {
                    return fault(
                            number,
                            "There is no column for \"" + CellType.shortened(cell) + "\", the cell no. " + (at + 1)
                                    + " of this row; the header names " + columns.size()
                                    + ". A text with a comma in it must be quoted.");
                }
                try {
                    fields.set(column, kind.read(CellType.unguarded(cell), json));
                } catch (IllegalArgumentException e) {
                    return new ImportLine(
                            number,
                            fields.removeAll(),
                            new LineProblem(column, String.valueOf(e.getMessage())),
                            length);
                }
            }
            return new ImportLine(number, fields, null, length);
        }
    }
}
