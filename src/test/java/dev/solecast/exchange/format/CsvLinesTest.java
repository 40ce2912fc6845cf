package dev.solecast.exchange.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public class CsvLinesTest {

    private static final String HEADER = "type,slug,name\n";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void cellsBecomeWhatTheirFieldsAre() throws IOException {
        var lines = read("""
                type,slug,name,aliases,lines,cancels,saidOn,retailPrice
                brand,nike,Nike,"[""Blue Ribbon Sports""]","[{""name"": ""Nike SB""}]",,,
                rumor,,,,,TRUE,2026,
                release,2026,,,,,,"{""amount"": ""150.00"", ""currency"": ""USD""}"
                """);
        assertThat(lines)
                .containsExactly(
                        line(
                                2,
                                "{\"type\": \"brand\", \"slug\": \"nike\", \"name\": \"Nike\", \"aliases\": [\"Blue Ribbon Sports\"], \"lines\": [{\"name\": \"Nike SB\"}]}"),
                        line(3, "{\"type\": \"rumor\", \"cancels\": true, \"saidOn\": \"2026\"}"),
                        line(
                                4,
                                "{\"type\": \"release\", \"slug\": \"2026\", \"retailPrice\": {\"amount\": \"150.00\", \"currency\": \"USD\"}}"));
    }

    @Test
    void linesOfTheFileAreCountedWhateverIsInTheCells() throws IOException {
        var lines = read(HEADER + "brand,nike,\"Ni\nke\n\"\n\nbrand,,Autry\r\nbrand,,\"a\r\nb\"\r\nbrand,,Kith");
        assertThat(lines).extracting(ImportLine::number).containsExactly(2L, 6L, 7L, 9L);
        assertThat(lines.getFirst().fields().path("name").asText()).isEqualTo("Ni\nke\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFtype,slug,name\nbrand,nike,Nike\n",
                "type,slug,name\r\nbrand,nike,Nike\r\n",
                "type,slug,name\rbrand,nike,Nike",
                "\"type\", slug ,name,,\nbrand,nike,Nike,,\n",
                "\ntype,slug,name\n\n,,\nbrand,nike,Nike\n\n",
            })
    void whatProgramsMakeOfATableIsAccepted(String file) throws IOException {
        assertThat(read(file)).singleElement().satisfies(line -> {
            assertThat(line.problem()).isNull();
            assertThat(line.fields()).isEqualTo(JSON.readTree("""
                    {"type": "brand", "slug": "nike", "name": "Nike"}
                    """));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            type;slug;name~brand;nike;Nike           | 1 | separated by semicolons; separate them by commas
            type#slug#name~brand#nike#Nike           | 1 | separated by tabs; separate them by commas
            brand,nike,Nike                          | 1 | There is no column type. The first line must be the header
            type,slug,colour~brand,nike,pink         | 1 | There is no column "colour". There are: type, slug, name
            type,slug,name,slug~brand,nike,Nike,nike | 1 | The column slug is there twice
            ~~                                       | 1 | The file is empty
            ``                                       | 1 | The file is empty
            type,name~brand,"Ni"ke~brand,Autry       | 2 | A quote within quotes is written twice
            """)
    void whatLeavesAFileUnreadableEndsIt(String file, long number, String reason) throws IOException {
        assertThat(read(file.replace('~', '\n').replace('#', '\t')))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.number()).isEqualTo(number);
                    assertThat(line.fields()).isEmpty();
                    assertThat(line.problem().field()).isNull();
                    assertThat(line.problem().reason()).contains(reason).endsWith(".");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            type,slug,name~brand,nike,Nike,Inc      |         | There is no column for "Inc", the cell no. 4 of this row; the header names 3
            type,name,aliases~brand,Nike,Blue       | aliases | "Blue" is neither a list nor an object in JSON: a list is written ["a", "b"]
            type,name,aliases~brand,Nike,3          | aliases | "3" is neither a list
            type,name,aliases~brand,Nike,[          | aliases | "[" is neither a list
            type,cancels~rumor,maybe                | cancels | "maybe" is neither true nor false
            """)
    void rowAtFaultIsToldAndReadingGoesOn(String file, String field, String reason) throws IOException {
        var lines = read(file.replace('~', '\n') + "\nbrand,,");
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().number()).isEqualTo(2);
        assertThat(lines.getFirst().fields()).isEmpty();
        assertThat(lines.getFirst().problem().field()).isEqualTo(field);
        assertThat(lines.getFirst().problem().reason()).contains(reason).endsWith(".");
        assertThat(lines.getLast()).isEqualTo(line(3, "{\"type\": \"brand\"}"));
    }

    @Test
    void quoteThatIsNeverClosedIsToldWhereItBegan() throws IOException {
        var lines = read(HEADER + "brand,nike,Nike\nbrand,\"a\nb\",\"Autry\nbrand,kith,Kith\n");
        assertThat(lines).hasSize(2);
        assertThat(lines.getLast().number()).isEqualTo(4);
        assertThat(lines.getLast().problem().reason()).startsWith("A quote is opened here and never closed");
    }

    @Test
    void rowOfTenMegabytesEndsTheFileAndIsNotKept() throws IOException {
        var read = new int[1];
        var endless = new InputStream() {
            @Override
            public int read() {
                read[0]++;
                return 'a';
            }
        };
        var lines =
                new CsvLines(new SequenceInputStream(bytes(HEADER + "brand,nike,Nike\nbrand,autry,"), endless), JSON);
        assertThat(lines.next().problem()).isNull();
        var fault = lines.next();
        assertThat(fault.number()).isEqualTo(3);
        assertThat(fault.problem().reason()).contains("more than 1000000 characters");
        assertThat(lines.next()).isNull();
        assertThat(read[0]).isLessThan(1_100_000);
    }

    @Test
    void manyLongRowsAreNotTakenForOne() throws IOException {
        assertThat(read(HEADER + ("brand,," + "a".repeat(400_000) + "\n").repeat(5)))
                .hasSize(5)
                .allSatisfy(line -> assertThat(line.problem()).isNull());
    }

    @Test
    void bytesThatAreNoUtf8AreToldByTheirLine() throws IOException {
        var latin1 = new SequenceInputStream(
                bytes(HEADER + "brand,nike,Nike 👟\n"),
                new ByteArrayInputStream("brand,ald,Aimé\nbrand,kith,Kith\n".getBytes(StandardCharsets.ISO_8859_1)));
        var lines = readAll(new CsvLines(latin1, JSON));
        assertThat(lines).extracting(ImportLine::number).containsExactly(2L, 3L, 4L);
        assertThat(lines.get(0).fields().path("name").asText()).isEqualTo("Nike 👟");
        assertThat(lines.get(1).problem().reason()).startsWith("It is not UTF-8");
        assertThat(lines.get(2).problem()).isNull();
    }

    @Test
    void fileThatBreaksOffIsNoEnd() throws IOException {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The tunnel begins");
            }
        };
        var lines = new CsvLines(new SequenceInputStream(bytes(HEADER + "brand,nike,Ni"), broken), JSON);
        assertThatThrownBy(() -> readAll(lines)).isInstanceOf(IOException.class).hasMessage("The tunnel begins");
    }

    private static ImportLine line(long number, String fields) throws IOException {
        return new ImportLine(number, (com.fasterxml.jackson.databind.node.ObjectNode) JSON.readTree(fields), null, 0);
    }

    private static List<ImportLine> read(String file) throws IOException {
        return readAll(new CsvLines(bytes(file), JSON));
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Ignores line lengths. */
    public static List<ImportLine> readAll(LineSource lines) throws IOException {
        var all = new ArrayList<ImportLine>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            all.add(new ImportLine(line.number(), line.fields(), line.problem(), 0));
        }
        return Collections.unmodifiableList(all);
    }
}
