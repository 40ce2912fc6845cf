package dev.solecast.exchange.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that written CSV is read back unchanged and holds no spreadsheet formulas. */
class CsvRoundTripTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> BITS = List.of(
            "", "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "'", "\"", ",", ";", "[", "{", " ", "a", "1", "é", "👟",
            "\u202e", "\uFEFF", "\\", "#", "null", "true", "=1+1", "''", "\"\"", "日本", "\u0000", "\u2028");

    @Test
    void everyTextIsReadAsItWasWritten() throws IOException {
        var random = new Random(1999);
        var written = new ArrayList<ObjectNode>();
        for (int each = 0; each < 5_000; each++) {
            var line = JSON.createObjectNode().put("type", "brand").put("name", text(random));
            line.put("home", text(random)).putArray("aliases").add(text(random)).add(text(random));
            line.putArray("lines").addObject().put("name", text(random));
            written.add(line);
        }
        var file = write(written);
        var read = CsvLinesTest.readAll(new CsvLines(new ByteArrayInputStream(file), JSON));
        assertThat(read).extracting(ImportLine::fields).containsExactlyElementsOf(written);
        for (var row : CSVParser.parse(new String(file, StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
            assertThat(row).noneMatch(cell -> cell.matches("(?s)[=+\\-@\t\r].*"));
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            =1+1,     '=1+1
            '47 Brand, ''47 Brand
            '',       '''
            Nike,     Nike
            -,        '-
            @nike,    '@nike
            `` ,      '
            """)
    void textThatASpreadsheetMayComputeGetsAnApostrophe(String text, String cell) {
        assertThat(CellType.escapeFormula(text)).isEqualTo(cell);
        assertThat(CellType.unescapeFormula(cell)).isEqualTo(text);
    }

    /** People who type a table do not escape apostrophes. */
    @Test
    void apostropheBeforeAWordIsLeftWhereItIs() {
        assertThat(CellType.unescapeFormula("'47 Brand")).isEqualTo("'47 Brand");
    }

    private static byte[] write(List<ObjectNode> lines) throws IOException {
        var file = new ByteArrayOutputStream();
        var writer = new CsvWriter(file, Columns.list(List.of(LineType.BRAND)));
        for (var line : lines) {
            writer.write(line);
        }
        writer.end();
        return file.toByteArray();
    }

    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(each -> BITS.get(random.nextInt(BITS.size())))
                .collect(Collectors.joining());
    }
}
