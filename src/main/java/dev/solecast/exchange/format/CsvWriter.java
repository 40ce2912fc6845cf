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
import org.jspecify.annotations.Nullable;

/** Writes lines as CSV with a header, and escapes cells that a spreadsheet might run as formulas. */
public final class CsvWriter implements LineWriter {

    private final List<String> columns;
    private final CSVPrinter printer;

    public CsvWriter(OutputStream out, List<String> columns) throws IOException {
        this.columns = columns;
        printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
        printer.printRecord(columns);
    }

    @Override
    public void write(ObjectNode line) throws IOException {
        printer.printRecord(columns.stream().map(column -> cell(line.get(column))));
    }

    private static @Nullable String cell(@Nullable JsonNode value) {
        return value == null ? null : CellType.escapeFormula(value.isTextual() ? value.textValue() : value.toString());
    }

    @Override
    public void end() throws IOException {
        printer.flush();
    }
}
