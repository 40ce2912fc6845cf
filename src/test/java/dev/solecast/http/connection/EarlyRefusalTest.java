package dev.solecast.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.TestDatabase;
import dev.solecast.http.RawHttp;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are no request are refused like a bad request: by a problem with a code, a detail and an id. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class EarlyRefusalTest {

    private static final String HOST = "Host: solecast.example\r\n";
    private static final String CLOSE = "Connection: close\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/search?q=100%",
                "/v1/search?q={x}",
                "/v1/search?q=a|b",
                "/v1/search?q=a^b",
                "/v1/search?q=%zz",
                "/v1/search?q=%C3",
                "/v1/brands/%",
                "/v1/brands/{slug}",
                "/v1/brands?limit=\"1\"",
                "/v1/brands?limit=1\\2",
                "/v1/brands/<b>",
                "/?q=100%",
                "/releases/%",
                "*",
                "v1/brands",
            })
    void addressThatCannotBeReadIsAProblem(String target) throws IOException {
        assertProblem(RawHttp.exchange("GET " + target + " HTTP/1.1\r\n" + HOST + CLOSE), 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a/b?c", "bad_host%zz", "a b", "solecast.example:99999", "[::1", "user@a", "a,b:c"})
    void hostThatIsNoneIsAProblem(String host) throws IOException {
        assertProblem(
                RawHttp.exchange("GET /v1/feed.json HTTP/1.1\r\nHost: " + host + "\r\n" + CLOSE),
                400,
                "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"solecast.example", "my_service:8080", "192.0.2.7:80", "[2001:db8::7]:8080", "LOCALHOST"})
    void hostThatIsOneIsAnswered(String host) throws IOException {
        assertThat(RawHttp.exchange("GET /v1/feed.json?limit=1 HTTP/1.1\r\nHost: " + host + "\r\n" + CLOSE))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void missingHostIsAProblemSinceHttp11() throws IOException {
        assertProblem(RawHttp.exchange("GET /v1/feed.json HTTP/1.1\r\n" + CLOSE), 400, "malformed-request");
        assertThat(RawHttp.exchange("GET /v1/feed.json?limit=1 HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.0 200 ")
                .contains("127.0.0.1:" + RestAssured.port + "/v1/feed.json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /v1/brands HTTP/1.1~Host: a~Host: b~~                                                | 400
            GET /v1/brands HTTP/1.1~Host: a~Host: a~~                                                | 400
            GET /v1/brands HTTP/3.7~Host: a~~                                                        | 400
            GET /v1/brands HTTP/1.1~Host: a~No Name: 1~~                                             | 400
            GET /v1/brands HTTP/1.1~Host: a~NoColon~~                                                | 400
            GET /a b HTTP/1.1~Host: a~~                                                              | 400
            hello~~                                                                                  | 400
            CONNECT a:80 HTTP/1.1~Host: a~~                                                          | 400
            POST /v1/brands HTTP/1.1~Host: a~Transfer-Encoding: xchunked~~{}                         | 400
            POST /v1/brands HTTP/1.1~Host: a~Transfer-Encoding: gzip, chunked~~{}                    | 400
            POST /v1/brands HTTP/1.1~Host: a~Transfer-Encoding: chunked~Content-Length: 2~~{}        | 400
            POST /v1/brands HTTP/1.1~Host: a~Content-Length: 2~Content-Length: 3~~{}                 | 400
            POST /v1/brands HTTP/1.1~Host: a~Content-Length: -2~~{}                                  | 400
            """)
    void requestThatIsNotHttpIsAProblem(String request, int status) throws IOException {
        assertProblem(RawHttp.exchange(request.replace("~", "\r\n")), status, "malformed-request");
    }

    @Test
    void headThatIsTooLongIsAProblem() throws IOException {
        assertProblem(
                RawHttp.exchange("GET / HTTP/1.1\r\n" + HOST + "Cookie: " + "a".repeat(20_000) + "\r\n" + CLOSE),
                431,
                "headers-too-large");
        assertProblem(
                RawHttp.exchange("GET /v1/brands?" + "a".repeat(9_000) + " HTTP/1.1\r\n" + HOST + CLOSE),
                414,
                "uri-too-long");
        assertProblem(
                RawHttp.exchange("GET /v1/brands?" + "a".repeat(70_000) + " HTTP/1.1\r\n" + HOST + CLOSE),
                414,
                "uri-too-long");
    }

    /** Most clients read no answer before they have sent everything. */
    @Test
    void refusalOfAHeadCanBeReadAfterAllOfTheBodyIsSent() throws IOException {
        int length = 5_000_000;
        assertProblem(
                RawHttp.exchange("POST /v1/imports?% HTTP/1.1\r\n" + HOST + "Content-Length: " + length + "\r\n\r\n"
                        + " ".repeat(length)),
                400,
                "malformed-request");
    }

    @Test
    void browserGetsAPageAndTheIdItSent() throws IOException {
        assertThat(RawHttp.exchange("GET /releases/% HTTP/1.1\r\n" + HOST
                        + "Accept: text/html,*/*;q=0.8\r\nX-Request-Id: from-the-proxy\r\n" + CLOSE))
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("content-type: text/html;charset=UTF-8")
                .containsIgnoringCase("x-request-id: from-the-proxy")
                .containsIgnoringCase("content-security-policy: default-src 'none'")
                .contains("write %25 for a percent sign");
    }

    /** How many are answered depends on how many arrive at once; the others are not, and the connection is closed. */
    @Test
    void requestsSentAheadAreAnsweredInOrderAndWithoutGaps() throws IOException {
        var requests = new StringBuilder();
        int count = 3 * RequestSequence.MAX_AHEAD;
        for (int at = 0; at < count; at++) {
            requests.append("GET /v1/brands?limit=0 HTTP/1.1\r\nX-Request-Id: n-")
                    .append(at)
                    .append("\r\n")
                    .append(at == count - 1 ? "Connection: close\r\n" : "")
                    .append(HOST)
                    .append("\r\n");
        }
        var ids = Pattern.compile("(?i)x-request-id: n-(\\d+)")
                .matcher(RawHttp.exchange(requests.toString()))
                .results()
                .map(id -> Integer.parseInt(id.group(1)))
                .toList();
        assertThat(ids)
                .hasSizeGreaterThanOrEqualTo(RequestSequence.MAX_AHEAD)
                .containsExactlyElementsOf(
                        IntStream.range(0, ids.size()).boxed().toList());
    }

    /** HTTP/2 is spoken by those who begin with it; others, such as Java's own client, only offer it. */
    @Test
    void offerOfHttp2IsAnsweredByHttp1() throws IOException {
        assertThat(RawHttp.exchange("GET /v1/feed.json?limit=1 HTTP/1.1\r\n" + HOST
                        + "Upgrade: h2c\r\nHTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA\r\n"
                        + "Connection: close, Upgrade, HTTP2-Settings\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    /** The first frame of HTTP/2 tells the number of streams (RFC 9113, 6.5.2: setting 3). */
    @Test
    void http2TellsHowManyStreamsMayBeOpen() throws IOException {
        try (var socket = RawHttp.open(RestAssured.port, null)) {
            socket.getOutputStream()
                    .write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
            var head = socket.getInputStream().readNBytes(9);
            var settings = socket.getInputStream().readNBytes(head[1] * 256 + head[2]);
            assertThat(new String(settings, StandardCharsets.ISO_8859_1)).contains("\0\3\0\0\0\144");
        }
    }

    private static void assertProblem(String response, int status, String code) {
        assertThat(response)
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("content-type: application/problem+json")
                .containsIgnoringCase("x-request-id: ")
                .containsIgnoringCase("connection: close")
                .contains("\"code\":\"" + code + "\"", "\"instance\":\"/requests/", "\"status\":" + status)
                .doesNotContain("Exception", "io.vertx", "java.");
    }
}
