package dev.solecast.exchange.format;

import static dev.solecast.exchange.format.JsonMapper.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that a file which is something else than it says is told once, and that nothing of it is taken. */
class FileLookTest {

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            application/x-ndjson | UTF-8    | [~{"type": "brand"},~{"type": "brand"}~]                    | is one JSON array. Send one object per line
            application/x-ndjson | UTF-8    | ~~ [{"type": "brand"}, {"type": "brand"}]                   | is one JSON array
            application/x-ndjson | UTF-8    | \ufeff[{"type": "brand"}]                                   | is one JSON array
            application/x-ndjson | UTF-8    | {~  "type": "brand",~  "name": "Nike"~}                     | over several lines
            application/x-ndjson | UTF-8    | {"type": "brand",~  "name": "Nike"~}                        | over several lines
            application/x-ndjson | UTF-8    | {"type": "brand"},~{"type": "brand"}                        | commas between them
            application/x-ndjson | UTF-8    | type,slug,name~brand,nike,Nike                              | is a table. Send it with Content-Type: text/csv
            application/x-ndjson | UTF-8    | "Slug";"Type"~"nike";"brand"                                | semicolons
            application/x-ndjson | UTF-8    | <!doctype html>~<title>502 Bad Gateway</title>              | a page of HTML
            text/csv             | UTF-8    | <?xml version="1.0"?>~<error/>                              | a page of HTML or XML
            text/csv             | UTF-8    | {"type": "brand", "slug": "nike"}                           | is JSON. Send one object per line, with Content-Type: application/x-ndjson
            text/csv             | UTF-8    | [{"type": "brand"}]                                         | is JSON
            text/csv             | UTF-8    | sep=;~type;slug;name~brand;nike;Nike                        | separated by ";"; separate them by commas
            text/csv             | UTF-8    | Type; Slug ;Name~brand;nike;Nike                            | separated by semicolons
            text/csv             | UTF-8    | TYPE#slug#name~brand#nike#Nike                              | separated by tabs
            text/csv             | UTF-16   | type,slug,name~brand,nike,Nike                              | is in UTF-16
            text/csv             | UTF-16LE | type,slug,name~brand,nike,Nike                              | is in UTF-16
            application/x-ndjson | UTF-16BE | {"type": "brand"}                                           | is in UTF-16
            application/x-ndjson | UTF-8    | PK\u0003\u0004xl/workbook.xml                               | a spreadsheet or an archive
            text/csv             | UTF-8    | PK\u0003\u0004xl/workbook.xml                               | a spreadsheet or an archive
            text/csv             | UTF-8    | ~ ~                                                         | is empty. Its first line must be the header
            application/x-ndjson | UTF-8    | ~ ~                                                         | is empty. Send one object
            """)
    void fileThatIsSomethingElseIsToldOnce(String type, String charset, String text, String reason) throws IOException {
        var bytes = text.replace('~', '\n').replace('#', '\t').getBytes(Charset.forName(charset));
        assertThat(read(type, null, bytes)).singleElement().satisfies(line -> {
            assertThat(line.number()).isEqualTo(1);
            assertThat(line.fields()).isEmpty();
            assertThat(line.problem().reason()).contains(reason).endsWith(".");
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            application/x-ndjson | \ufeff{"type": "brand", "slug": "nike", "name": "Nike"}
            application/x-ndjson | ~~  {"type": "brand", "slug": "nike", "name": "Nike"}~~
            text/csv             | \ufeffType, Slug ,NAME~Brand, nike ,Nike
            text/csv             | sep=,~type,slug,name~ BRAND ,nike, Nike
            text/csv             | "slug" , "Name", "type"~"nike" , "Nike" , "brand"
            """)
    void fileThatIsAlmostRightIsRead(String type, String text) throws IOException {
        var bytes = text.replace('~', '\n').getBytes(StandardCharsets.UTF_8);
        for (var file : List.of(bytes, gzip(bytes))) {
            assertThat(read(type, null, file)).singleElement().satisfies(line -> {
                assertThat(line.problem()).isNull();
                assertThat(line.fields())
                        .isEqualTo(JSON.readTree("{\"type\": \"brand\", \"slug\": \"nike\", \"name\": \"Nike\"}"));
            });
        }
    }

    @Test
    void longFirstLineIsNotJudgedByItsBeginning() throws IOException {
        var line = "{\"type\": \"brand\", \"aliases\": [" + "\"a\",".repeat(1_015) + "\"a\"]}";
        assertThat(read("application/x-ndjson", null, line.getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .extracting(ImportLine::problem)
                .isNull();
    }

    @Test
    void fileThatOnlySaysThatItIsCompressedIsNoFile() {
        var bytes = "{\"type\": \"brand\"}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read("application/x-ndjson", "gzip", bytes)).isInstanceOf(IOException.class);
    }

    private static List<ImportLine> read(String type, String encoding, byte[] file) throws IOException {
        return CsvLinesTest.readAll(FileType.of(type, encoding).read(new ByteArrayInputStream(file), JSON));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(file)) {
            gzip.write(bytes);
        }
        return file.toByteArray();
    }
}
