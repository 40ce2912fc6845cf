package dev.solecast.exchange.format;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV with a header (RFC 4180, in UTF-8). An invalid row becomes a line with a problem, and reading goes on; an
 * error after which the start of the next row is unclear ends the file with such a line.
 */
final class CsvLines implements LineSource {

    private static final Pattern UNCLOSED_QUOTE = Pattern.compile("startline ([\\d,.]+)");

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreSurroundingSpaces(true).get();

    /** The first line by which spreadsheets tell each other how columns are separated. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("sep=(.?)");

    private final ObjectMapper json;
    private final BoundedUtf8Reader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private @Nullable Header header;
    private boolean ended;

    CsvLines(InputStream in, ObjectMapper json) throws IOException {
        this.json = json;
        reader = new BoundedUtf8Reader(in);
        parser = CSVParser.builder().setReader(reader).setFormat(FORMAT).get();
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
                reader.nextRow();
                var line = read(number, row);
                if (line != null) {
                    return line;
                }
            } catch (UncheckedIOException e) {
                return unreadable(number, e);
            }
        }
        return null;
    }

    private @Nullable ImportLine end() {
        ended = true;
        return header == null
                ? invalid(1, "The file is empty. Its first line must be the header, such as type,slug,name.")
                : null;
    }

    /** Null if the row is blank or is the header. */
    private @Nullable ImportLine read(long number, CSVRecord row) {
        if (row.stream().allMatch(String::isBlank)) {
            return null;
        }
        if (row.stream().anyMatch(BoundedUtf8Reader::containsInvalidUtf8)) {
            ended = header == null;
            return invalid(number, "It is not UTF-8. Save the file as UTF-8 (in a spreadsheet: CSV UTF-8).");
        }
        if (header != null) {
            return header.line(number, row, json);
        }
        try {
            header = isSeparatorLine(row) ? null : Header.of(row);
            return null;
        } catch (IllegalArgumentException e) {
            ended = true;
            return invalid(number, e.getMessage());
        }
    }

    /** Whether this is {@code sep=,}, which the parser splits at its comma. */
    private static boolean isSeparatorLine(CSVRecord row) {
        var separator = SEPARATOR_LINE.matcher(row.get(0));
        if (!separator.matches()) {
            return false;
        } else if (!separator.group(1).isEmpty()) {
            throw new IllegalArgumentException("The columns are separated by \"" + separator.group(1)
                    + "\"; separate them by commas, and leave out the line sep=.");
        }
        return true;
    }

    private ImportLine unreadable(long number, UncheckedIOException e) throws IOException {
        ended = true;
        var cause = Objects.requireNonNull(e.getCause());
        return switch (cause) {
            case BoundedUtf8Reader.TooLong tooLong ->
                invalid(
                        number,
                        "A row that begins here has more than " + BoundedUtf8Reader.LONGEST
                                + " characters. Is a quote never closed? Nothing after it was read.");
            case CSVException malformed -> malformed(number, malformed);
            default -> throw cause;
        };
    }

    private static ImportLine malformed(long number, CSVException e) {
        var message = String.valueOf(e.getMessage());
        var quote = UNCLOSED_QUOTE.matcher(message);
        if (message.contains("EOF") && quote.find()) {
            return invalid(
                    Long.parseLong(quote.group(1).replaceAll("\\D", "")),
                    "A quote is opened here and never closed. Nothing after it was read.");
        }
        return invalid(
                number,
                "Something follows a closing quote. A quote within quotes is written twice. Nothing after it was read.");
    }

    private static ImportLine invalid(long number, @Nullable String reason) {
        return new ImportLine(
                number, JsonNodeFactory.instance.objectNode(), new LineProblem(null, String.valueOf(reason)), 0);
    }

    /** The names of the columns. */
    private record Header(List<String> columns) {

        /** @throws IllegalArgumentException with a message for callers if it is not a valid header */
        static Header of(CSVRecord row) {
            var written = row.stream().map(String::strip).toList();
            var columns = written.stream()
                    .map(text -> Objects.requireNonNullElse(Columns.find(text), text))
                    .toList();
            if (!columns.contains(Columns.TYPE)) {
                throw new IllegalArgumentException(FileLook.ofHeader(row.get(0))
                        .orElse("There is no column type. The first line must be the header, such as type,slug,name."));
            }
            for (int i = 0; i < columns.size(); i++) {
                var column = columns.get(i);
                if (!column.isEmpty() && Columns.findCellType("", column) == null) {
                    throw new IllegalArgumentException("There is no column \"" + CellType.shorten(column)
                            + "\". There are: " + String.join(", ", Columns.list(List.of(LineType.values()))) + ".");
                }
                if (!column.isEmpty() && columns.indexOf(column) < i) {
                    throw new IllegalArgumentException("The column " + column + " is there twice.");
                }
            }
            return new Header(columns);
        }

        /** The wire name of a type that people may write with capitals. */
        private static String type(String cell) {
            return cell.strip().toLowerCase(Locale.ROOT);
        }

        ImportLine line(long number, CSVRecord row, ObjectMapper json) {
            var lineType = row.size() > columns.indexOf(Columns.TYPE)
                    ? type(CellType.unescapeFormula(row.get(columns.indexOf(Columns.TYPE))))
                    : "";
            ObjectNode fields = JsonNodeFactory.instance.objectNode();
            int length = row.stream().mapToInt(String::length).sum();
            for (int i = 0; i < row.size(); i++) {
                var cell = row.get(i);
                if (cell.isEmpty()) {
                    continue;
                }
                var column = i < columns.size() ? columns.get(i) : "";
                var cellType = Columns.findCellType(lineType, column);
                if (cellType == null) {
                    return invalid(
                            number,
                            "There is no column for \"" + CellType.shorten(cell) + "\", the cell no. " + (i + 1)
                                    + " of this row; the header names " + columns.size()
                                    + ". A text with a comma in it must be quoted.");
                }
                if (column.equals(Columns.TYPE)) {
                    fields.put(column, lineType);
                    continue;
                } else if (cell.equals(CellType.NULL)) {
                    if (Columns.isOf(lineType, column)) {
                        fields.putNull(column);
                    }
                    continue;
                }
                try {
                    fields.set(column, cellType.read(CellType.unescapeFormula(cell), json));
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
