package dev.solecast.exchange.exporting;

import static dev.solecast.Field.aliases;
import static dev.solecast.Field.field;
import static dev.solecast.Field.home;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import dev.solecast.exchange.format.CsvLinesTest;
import dev.solecast.exchange.format.FileType;
import dev.solecast.exchange.format.ImportLine;
import dev.solecast.exchange.format.JsonMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the formats of an export, and of exports that fail or are interrupted. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ExportTransportTest {

    private static boolean filled;

    private final HttpClient client = HttpClient.newHttpClient();

    @Inject
    Fixtures shoes;

    @Inject
    DataSource database;

    @BeforeEach
    void fill() {
        if (!filled) {
            filled = true;
            shoes.brand("craft-shoe", "=cmd|' /C calc'!A0", aliases("@craft-shoe", "+1"), home("-2"));
            shoes.brand("craft-shoe-apostrophe", "'47 Brand, \"Craft\"", field("knownFor", "=Biella\nItaly"));
            // Exceeds the buffer that fills before sending.
            var many = IntStream.range(0, 20)
                    .mapToObj(each -> each + " Craft Sport Heritage".repeat(9))
                    .toArray(String[]::new);
            shoes.brand("craft-shoe-quoted", "'=1+1", field("knownFor", ""), aliases(many));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                             | -       | application/x-ndjson;charset=UTF-8
            text/csv                      | -       | text/csv;charset=UTF-8
            text/csv;q=0.1, */*;q=0.5     | -       | application/x-ndjson;charset=UTF-8
            text/html, */*;q=0.8          | -       | application/x-ndjson;charset=UTF-8
            */*                           | csv     | text/csv;charset=UTF-8
            text/csv                      | ndjson  | application/x-ndjson;charset=UTF-8
            """)
    void formIsWhatTheCallerAsksFor(String accept, String format, String type) {
        var request = given().header("Accept", accept == null ? "*/*" : accept);
        var answer = request.get("/v1/exports/brands" + (format == null ? "" : "?format=" + format));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(answer.asString())
                .startsWith(type.startsWith("text/csv") ? "type,slug,name" : "{\"type\":\"brand\"");
    }

    @Test
    void tableSaysWhatTheLinesSay() throws IOException {
        var table = FileType.of("text/csv", null)
                .read(new ByteArrayInputStream(fetch("all?format=csv").asByteArray()), JsonMapper.JSON);
        assertThat(CsvLinesTest.readAll(table))
                .extracting(ImportLine::fields)
                .containsExactlyElementsOf(ExportedLines.of("all").lines());
    }

    @Test
    void hostileNamesAreNoFormulasInASpreadsheet() throws IOException {
        var table = fetch("brands?format=csv").asString();
        assertThat(table)
                .contains("'=cmd|' /C calc'!A0", "\"'=Biella\nItaly\"", "'-2", "\"''47 Brand, \"\"Craft\"\"\"");
        for (var row : CSVParser.parse(table, CSVFormat.RFC4180)) {
            assertThat(row).noneMatch(cell -> cell.matches("(?s)[=+\\-@\t\r].*"));
        }
    }

    @Test
    void exportIsCompressedForThoseWhoAcceptIt() throws Exception {
        var plain = client.send(request("all"), BodyHandlers.ofByteArray());
        var packed = client.send(request("all", "Accept-Encoding", "gzip"), BodyHandlers.ofByteArray());
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().firstValue("ETag"))
                .isNotEqualTo(plain.headers().firstValue("ETag"));
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
        }
        assertThat(packed.body().length).isLessThan(plain.body().length / 2);
    }

    @Test
    void exportThatTheCallerHasIsSentAgainOnlyAfterAChange() {
        var first = fetch("sources");
        var again = given().header("If-None-Match", first.header("ETag")).get("/v1/exports/sources");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.header("Solecast-Place")).isEqualTo(first.header("Solecast-Place"));
        shoes.source("craft-shoe-fans", "community");
        var changed = given().header("If-None-Match", first.header("ETag")).get("/v1/exports/sources");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(first.header("ETag"));
    }

    @Test
    void pageOfAnotherOriginSeesThePlace() {
        given().header("Origin", "https://partner.example")
                .get("/v1/exports/sources")
                .then()
                .statusCode(200)
                .header("Access-Control-Expose-Headers", containsString("Solecast-Place"));
    }

    @Test
    void headTellsThePlaceAndReadsNothing() {
        var head = given().head("/v1/exports/all");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("Solecast-Place")).isEqualTo(fetch("all").header("Solecast-Place"));
    }

    /** The rumors are locked, but earlier lines were sent. */
    @ParameterizedTest
    @EnumSource
    void exportThatCannotBeFinishedBreaksOffNoticeablyAndOthersOfItsCallerWait(HttpClient.Version version)
            throws Exception {
        var client = HttpClient.newBuilder().version(version).build();
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table rumor");
            var answers = IntStream.range(0, 10)
                    .mapToObj(each -> client.sendAsync(request("all"), BodyHandlers.ofString()))
                    .toList();
            assertThat(answers.stream().filter(ExportTransportTest::isBroken)).isNotEmpty();
            assertThat(answers.stream().filter(answer -> !isBroken(answer)).map(CompletableFuture::join))
                    .isNotEmpty()
                    .allSatisfy(answer -> assertProblem(answer, 429, "at most 1 of your exports", "5"));
            other.rollback();
        }
        for (var each : List.of(1, 2, 3, 4, 5)) {
            assertThat(fetch("all").asString()).as("no. " + each).endsWith("}\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void exportOfWhichNothingWasSentIsAProblem(HttpClient.Version version) throws Exception {
        var client = HttpClient.newBuilder().version(version).build();
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table brand");
            var answer = client.send(request("brands", "Accept-Encoding", "gzip"), BodyHandlers.ofString());
            assertProblem(answer, 503, "The database does not answer", "2");
            other.rollback();
        }
    }

    private static boolean isBroken(CompletableFuture<HttpResponse<String>> answer) {
        return answer.handle((got, failed) -> failed != null).join();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String detail, String retryAfter) {
        var headers = answer.headers();
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(headers.firstValue("Content-Type")).contains("application/problem+json");
        assertThat(headers.firstValue("Content-Encoding")).isEmpty();
        assertThat(headers.firstValue("Content-Disposition")).isEmpty();
        assertThat(headers.firstValue("ETag")).isEmpty();
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(headers.firstValue("Retry-After")).contains(retryAfter);
        assertThat(answer.body()).contains(detail);
    }

    /** A slot not freed would block other exports. */
    @Test
    void readerWhoGoesInTheMiddleLeavesNothingBehind() throws Exception {
        for (int each = 0; each < 20; each++) {
            try (var socket = new Socket("localhost", RestAssured.port)) {
                socket.getOutputStream()
                        .write("GET /v1/exports/all HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                .getBytes(StandardCharsets.UTF_8));
                assertThat(socket.getInputStream().readNBytes(100)).isNotEmpty();
                socket.setSoLinger(true, 0);
            }
        }
        // Some exports may not have ended yet.
        var patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        var answer = given().get("/v1/exports/all");
        while (answer.statusCode() == 503 && System.nanoTime() < patience) {
            answer = given().get("/v1/exports/all");
        }
        assertThat(answer.asString()).endsWith("}\n");
    }

    /** The lock makes the export fail before the first byte. */
    @Test
    void databaseThatIsAwayIsAProblem() throws SQLException {
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table change_count");
            var answer = given().get("/v1/exports/all");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            other.rollback();
        }
    }

    private static Response fetch(String address) {
        var answer = given().get("/v1/exports/" + address);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    private static HttpRequest request(String scope, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/exports/" + scope));
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }
}
