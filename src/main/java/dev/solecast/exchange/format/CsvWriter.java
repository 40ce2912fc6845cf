package dev.solecast.exchange.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines as CSV with a header, and escapes cells that a spreadsheet might run as formulas. A cell is empty where a
 * line has no such field, and {@code \\N} where the field has no value.
 */
public final class CsvWriter implements LineWriter {

    private final List<String> columns;
    private final CSVPrinter printer;

    /** Quotes all cells, so that blanks around a text are kept. */
    private final CSVPrinter quoting;

    public CsvWriter(OutputStream out, List<String> columns) throws IOException {
        this.columns = columns;
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        quoting = new CSVPrinter(
                writer,
                CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL_NON_NULL).get());
        printer.printRecord(columns);
    }

    @Override
    public void write(ObjectNode line) throws IOException {
        var cells = columns.stream().map(column -> cell(line.get(column))).toList();
        var hasBlanks = cells.stream().anyMatch(cell -> cell != null && isBlankAtEnds(cell));
        (hasBlanks ? quoting : printer).printRecord(cells);
    }

    private static boolean isBlankAtEnds(String cell) {
        return !cell.isEmpty()
                && (Character.isWhitespace(cell.charAt(0)) || Character.isWhitespace(cell.charAt(cell.length() - 1)));
    }

    private static @Nullable String cell(@Nullable JsonNode value) {
        if (value != null && value.isNull()) {
            return CellType.NULL;
        }
        return value == null ? null : CellType.escapeFormula(value.isTextual() ? value.textValue() : value.toString());
    }

    @Override
    public void end() throws IOException {
        printer.flush();
    }
}
