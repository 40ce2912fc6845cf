package dev.solecast.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.solecast.TestDatabase;
import dev.solecast.TestKeys;
import dev.solecast.http.HttpCaller;
import dev.solecast.http.MergePatch;
import dev.solecast.http.RawHttp;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that unusable bodies are refused early, with a problem that names the fault, never a 500. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@Timeout(60)
class BadBodyTest {

    private static final int MEBIBYTE = 1 << 20;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    {"name": "Kith", "colour": "pink"}               | invalid-body      | colour: There is no such field here. There are: aliases, citations, home, knownFor, lines, name, slug.
                    {"name": "Kith", "lines": [{"nmae": "x"}]}       | invalid-body      | lines[0].nmae: There is no such field here. There are: creativeDirector, name.
                    {"name": 1000}                                   | invalid-body      | name: must be a text.
                    {"name": true}                                   | invalid-body      | name: must be a text.
                    {"name": ["Kith"]}                               | invalid-body      | name: must be a text.
                    {"name": {"en": "Kith"}}                         | invalid-body      | name: must be a text.
                    {"name": "Kith", "aliases": "kith"}              | invalid-body      | aliases: must be a list.
                    {"name": "Kith", "aliases": ["a", 2]}            | invalid-body      | aliases[1]: must be a text.
                    {"name": "Kith", "lines": [1]}                   | invalid-body      | lines[0]: must be an object.
                    {"name": "Kith", "name": "Nike"}                 | invalid-body      | name: is there twice; send it once.
                    {"name": "Kith", "home": "\\ud800"}              | invalid-body      | home: has a character that cannot be stored: U+0000, or half of a surrogate pair.
                    {"name": "Kith", "aliases": ["\\udc00x"]}        | invalid-body      | aliases[0]: has a character that cannot be stored
                    {"name": "a\\u0000b"}                            | invalid-body      | name: has a character that cannot be stored
                    {"name": "Kith", "slug": "\uD83D\uDC5F"}         | invalid-body      | slug
                    {"slug": "bad-body-nameless"}                    | invalid-body      | name
                    {"name": "Kith"} {"name": "Nike"}                | malformed-request | The body goes on after its end (line 1, column
                    {"name": "Kith"                                  | malformed-request | The body ends before it is whole (line 1, column
                    {"name": Kith}                                   | malformed-request | The body is not valid JSON (line 1, column
                    {'name': 'Kith'}                                 | malformed-request | The body is not valid JSON (line 1, column
                    name=Kith                                        | malformed-request | The body is not valid JSON (line 1, column
                    [{"name": "Kith"}]                               | invalid-body      | body: must be a JSON object, such as {"slug": "new-balance"}.
                    "Kith"                                           | invalid-body      | body: must be a JSON object, such as {"slug": "new-balance"}.
                    1000                                             | invalid-body      | body: must be a JSON object, such as {"slug": "new-balance"}.
                    """)
    void isRefusedByTheNameOfItsFault(String body, String code, String detail) throws Exception {
        assertThat(refused("/v1/brands", body, 400, code)).contains(detail);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    {"name": "x", "role": "owner"}                               | role: "owner" is not one of: reader, contributor, editor, admin.
                    {"name": "x", "role": 2}                                     | role: "2" is not one of: reader, contributor, editor, admin.
                    {"name": "x", "role": "reader", "trusted": "yes"}            | trusted: must be true or false.
                    {"name": "x", "role": "reader", "trusted": "true"}           | trusted: must be true or false.
                    {"name": "x", "role": "reader", "trusted": 1}                | trusted: "1" is not true or false.
                    {"name": "x", "role": "reader", "expiresAt": 1900000000}     | expiresAt: must be a text in quotes: an instant, such as "2027-03-01T09:00:00Z".
                    {"name": "x", "role": "reader", "expiresAt": "soon"}         | expiresAt: "soon" is not an instant, such as 2027-03-01T09:00:00Z.
                    """)
    void valueOfAnotherTypeIsRefusedWithWhatWouldDo(String body, String detail) throws Exception {
        assertThat(refused("/v1/keys", body, 400, "invalid-body")).isEqualTo(detail);
    }

    @Test
    void noBodyAtAllIsRefused() throws Exception {
        refused("/v1/brands", "", 400, "invalid-body");
        refused("/v1/keys", "", 400, "invalid-body");
        refused("/v1/brands", "null", 400, "invalid-body");
    }

    @Test
    void tenThousandLevelsAreTooDeep() throws Exception {
        var deep = "{\"name\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        assertThat(refused("/v1/brands", deep, 400, "invalid-body")).isEqualTo("name: must be a text.");
        var patch = HttpCaller.send(
                "PATCH",
                "/v1/brands/nike",
                deep,
                "Content-Type",
                MergePatch.MEDIA_TYPE,
                "If-Match",
                "*",
                TestKeys.ADMIN.getName(),
                TestKeys.ADMIN.getValue());
        assertThat(patch.statusCode()).isEqualTo(400);
        assertThat(HttpCaller.json(patch).path("detail").asText()).contains("nested deeper than 64 levels");
        var unknown = "{\"x\": " + "{\"x\":".repeat(10_000) + "1" + "}".repeat(10_001);
        assertThat(refused("/v1/keys", unknown, 400, "malformed-request"))
                .isEqualTo("The body is nested deeper than 64 levels.");
    }

    @Test
    void nameOfAlmostAMegabyteIsTooLong() throws Exception {
        var refused = refused("/v1/brands", "{\"name\": \"" + "x".repeat(900_000) + "\"}", 400, "invalid-body");
        assertThat(refused.length()).isLessThan(500);
        refused("/v1/brands", "{\"name\": \"" + "x".repeat(MEBIBYTE) + "\"}", 413, "body-too-large");
    }

    @Test
    void numberOfAThousandDigitsIsTooLong() throws Exception {
        assertThat(refused("/v1/brands", "{\"name\": " + "9".repeat(1_000) + "}", 400, "malformed-request"))
                .contains("a number of more than 100 digits");
    }

    @Test
    void bytesThatAreNotUtf8AreNoJson() throws Exception {
        var answer = HttpCaller.sendBytes(
                "POST", "/v1/brands", new byte[] {'{', '"', 'n', '"', ':', '"', (byte) 0xff, '"', '}'}, headers());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(HttpCaller.json(answer).path("code").asText()).isEqualTo("malformed-request");
    }

    @Test
    void gzipIsNotReadWholeOrTruncated() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("{\"name\": \"Zipped\"}".getBytes(StandardCharsets.UTF_8));
        }
        for (var body : new byte[][] {bytes.toByteArray(), Arrays.copyOf(bytes.toByteArray(), 15)}) {
            var answer = HttpCaller.sendBytes("POST", "/v1/brands", body, headers("Content-Encoding", "gzip"));
            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(HttpCaller.json(answer).path("detail").asText()).contains("Content-Encoding \"gzip\"");
            // Is no JSON without the header.
            assertThat(HttpCaller.sendBytes("POST", "/v1/brands", body, headers())
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void twoHundredMegabytesAreRefusedBeforeTheyAreSent() throws Exception {
        var announced = "Content-Length: 209715200\r\n";
        for (var target : new String[] {"POST /v1/brands", "DELETE /v1/brands/nobody", "GET /v1/brands/nike"}) {
            assertThat(head(target, announced, key()))
                    .as(target)
                    .contains(" 413 ", "content-type: application/problem+json", "connection: close");
        }
        assertThat(head("POST /v1/brands", announced, "")).contains(" 401 ", "connection: close");
        assertThat(head("POST /v1/nowhere", announced, "")).contains(" 404 ", "connection: close");
    }

    @Test
    void whoNeverStopsSendingIsCutOff() throws Exception {
        try (var socket = socket()) {
            var out = socket.getOutputStream();
            out.write(request("POST /v1/brands", "Transfer-Encoding: chunked\r\n", key()));
            var chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            assertThatThrownBy(() -> {
                        while (true) {
                            out.write(chunk);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void bodyOfUnknownLengthThatIsTooLargeIsToldSo() throws Exception {
        try (var socket = socket()) {
            var out = socket.getOutputStream();
            out.write(request("POST /v1/brands", "Transfer-Encoding: chunked\r\n", key()));
            out.write(("100001\r\n" + " ".repeat(MEBIBYTE + 1) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(answer(socket)).contains(" 413 ", "body-too-large", "connection: close");
        }
    }

    @Test
    void connectionServesTheNextRequestAfterABodyThatWasNotRead() throws Exception {
        var body = "x".repeat(200_000);
        assertThat(RawHttp.exchange("POST /v1/brands HTTP/1.1\r\nHost: a\r\nX-API-Key: none\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body
                        + "GET /v1/keys/me HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 401 ")
                .containsPattern("(?s)HTTP/1.1 401 .*HTTP/1.1 401 ");
    }

    @Test
    void bodyThatStopsHalfWayIsToldThatItIsTooSlow() throws Exception {
        try (var socket = socket()) {
            var out = socket.getOutputStream();
            out.write(request("POST /v1/brands", "Content-Length: 100\r\n", key()));
            out.write("{\"name\": \"Diad".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(answer(socket)).contains(" 408 ", "body-too-slow", "connection: close");
            assertThat(socket.getInputStream().read()).isNegative();
        }
    }

    /** The beginning of the answer to a request whose body is never sent. */
    private static String head(String target, String length, String key) throws IOException {
        try (var socket = socket()) {
            socket.getOutputStream().write(request(target, length, key));
            return answer(socket);
        }
    }

    private static Socket socket() throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static byte[] request(String target, String length, String key) {
        return (target + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + length + key + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String key() {
        return TestKeys.ADMIN.getName() + ": " + TestKeys.ADMIN.getValue() + "\r\n";
    }

    private static String answer(Socket socket) throws IOException {
        var buffer = new byte[4_000];
        var answer = new StringBuilder();
        while (!answer.toString().contains("}")) {
            int count = socket.getInputStream().read(buffer);
            if (count < 0) {
                break;
            }
            answer.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
        }
        return answer.toString()
                .replaceAll("(?i)content-type:", "content-type:")
                .replaceAll("(?i)connection:", "connection:");
    }

    private static String[] headers(String... more) {
        return Stream.concat(
                        Stream.of(
                                "Content-Type",
                                "application/json",
                                TestKeys.ADMIN.getName(),
                                TestKeys.ADMIN.getValue()),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private static String refused(String address, String body, int status, String code) throws Exception {
        var answer = HttpCaller.send("POST", address, body, headers());
        var text = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(text).isEqualTo(status);
        assertThat(HttpCaller.header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(text).doesNotContain("dev.solecast", "java.", "jackson", "Exception");
        var problem = HttpCaller.json(answer);
        assertThat(problem.path("code").asText()).as(text).isEqualTo(code);
        var errors = problem.path("errors");
        return errors.size() == 1
                        && !problem.path("detail")
                                .asText()
                                .startsWith(errors.path(0).path("field").asText())
                ? errors.path(0).path("field").asText() + ": "
                        + errors.path(0).path("detail").asText()
                : problem.path("detail").asText();
    }
}
