package dev.solecast.exchange.importing;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.solecast.TestDatabase;
import dev.solecast.TestKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that faults in a file are reported with place and reason, and that valid lines are imported. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class BadFileTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            unknown field         | {"type": "brand", "slug": "autry", "name": "Autry", "founder": "Jim"}       | founder | There is no such field
            field twice           | {"type": "brand", "slug": "autry", "name": "Autry", "name": "Autry Sports"} | name    | is there twice
            number for a text     | {"type": "brand", "slug": "autry", "name": 1982}                            | name    | must be a text
            emoji slug            | {"type": "brand", "slug": "\ud83d\udc5f", "name": "Autry"}                  | slug    | must be lower-case
            lone surrogate        | {"type": "brand", "slug": "autry", "name": "\\ud83d"}                       | name    | cannot be stored
            nothing needed        | {"type": "brand"}                                                           | name    | must not be blank
            no type               | {"slug": "autry", "name": "Autry"}                                          | type    | must be one of: brand
            unknown type          | {"type": "boot", "name": "Autry"}                                           | type    | must be one of: brand
            slug of names missing | {"type": "brand", "name": "\u30a2\u30b7\u30c3\u30af\u30b9"}                 | slug    | cannot be made from the name
            no release            | {"type": "rumor", "source": "autry-watch", "kind": "report", "saidOn": "2026-11"} | release | is needed
            retraction with a NUL | {"type": "rumor", "release": "autry", "source": "autry-watch", "kind": "report", "saidOn": "2026-11", "retraction": "a\\u0000"} | retraction | cannot be stored
            type with a capital   | {"type": "Brand", "name": "Autry"}                                          | type    | must be one of: brand
            field without a value | {"type": "brand", "slug": "autry", "name": "Autry", "founder": null}        | founder | There is no such field
            flag as a text        | {"type": "rumor", "release": "autry", "source": "autry-watch", "kind": "report", "saidOn": "2026-11", "cancels": "true"} | cancels | must be
            impossible day        | {"type": "model", "brand": "new-balance", "name": "Autry", "firstAppeared": "1999-02-29"} | firstAppeared | February 1999 has 28 days
            former slugs no list  | {"type": "brand", "slug": "autry", "name": "Autry", "formerSlugs": "autry-usa"} | formerSlugs | must be a list
            slug that is reserved | {"type": "release", "slug": "upcoming", "model": "new-balance-1000", "region": "US"} | slug | is reserved
            """)
    void lineIsRefusedWithItsFieldAndReason(String name, String line, String field, String reason) {
        send(lines(), line + "\n")
                .statusCode(200)
                .body("refused", equalTo(1))
                .body("findings[0].line", equalTo(1))
                .body("findings[0].field", equalTo(field))
                .body("findings[0].reason", containsString(reason));
    }

    @Test
    void lineTooDeepIsRefused() {
        var line = "{\"type\": \"brand\", \"name\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        send(lines(), line).body("findings[0].reason", containsString("nested deeper than 64 levels"));
    }

    @Test
    void lineOfTenMegabytesIsRefusedAndTheNextGoesIn() {
        send(
                        lines(),
                        "{\"type\": \"brand\", \"name\": \"" + "a".repeat(10_000_000) + "\"}\n"
                                + "{\"type\": \"brand\", \"slug\": \"clae\", \"name\": \"Clae\"}\n")
                .body("findings.size()", equalTo(1))
                .body("findings[0].line", equalTo(1))
                .body("findings[0].reason", containsString("longer than 1000000 bytes"))
                .body("created", equalTo(1));
        get("/v1/brands/clae").then().statusCode(200);
    }

    @Test
    void nameOfAMegabyteIsRefused() {
        send(lines(), "{\"type\": \"brand\", \"name\": \"" + "a".repeat(900_000) + "\"}")
                .body("findings[0].field", equalTo("name"))
                .body("findings[0].reason", containsString("200"));
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        send(lines(), new byte[] {'{', '"', (byte) 0xff, '"', '}', '\n'})
                .body("findings[0].reason", containsString("is not in UTF-8"));
    }

    @Test
    void byteOrderMarkAndCarriageReturnsDoNoHarm() {
        send(
                        lines(),
                        "\ufeff{\"type\": \"brand\", \"slug\": \"aurora-sport\", \"name\": \"Aurora\"}\r\n\r\n{\"type\": \"model\","
                                + " \"slug\": \"aurora-sport-badwater\", \"brand\": \"aurora-sport\", \"name\": \"Badwater\"}\r\n")
                .body("created", equalTo(2));
    }

    @Test
    void emptyFileIsTold() {
        send(lines(), "")
                .statusCode(200)
                .body("lines", equalTo(1))
                .body("findings[0].reason", startsWith("The file is empty"));
    }

    @Test
    void gzippedFileIsRead() throws IOException {
        send(
                        lines().header("Content-Encoding", "gzip"),
                        gzip("{\"type\": \"brand\", \"slug\": \"zeha-berlin\", \"name\": \"Zeha Berlin\"}\n"))
                .statusCode(200)
                .body("created", equalTo(1));
    }

    @Test
    void truncatedGzipIsToldAndWhatCameBeforeIsThere() throws IOException {
        var file = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            // Keeps the gzip file large.
            file.append("{\"type\": \"brand\", \"slug\": \"zeitlos-%d\", \"name\": \"Zeitlos %s\"}%n"
                    .formatted(i, Integer.toHexString(i * 2_654_435))
                    .replace("\r", ""));
        }
        var whole = gzip(file.toString());
        var answer =
                send(lines().header("Content-Encoding", "gzip"), Arrays.copyOf(whole, whole.length - whole.length / 4));
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("malformed-request"))
                .body("detail", containsString("ended before it was whole"))
                .body("detail", containsString("/v1/imports/"));
        get("/v1/brands/zeitlos-0").then().statusCode(200);
        get("/v1/brands/zeitlos-2999").then().statusCode(404);
        var address = answer.extract().path("detail").toString().replaceFirst("(?s).*(/v1/imports/\\d+).*", "$1");
        given().header(TestKeys.EDITOR).get(address).then().body("state", equalTo("truncated"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "cut off,''",
        "cut off,?dryRun=true",
        "cut off,?atomic=true",
        "wrong sum,''",
        "wrong sum,?dryRun=true",
        "wrong sum,?atomic=true",
        "wrong bytes,?dryRun=true",
        "no gzip,?atomic=true"
    })
    void damagedGzipIsTheSendersFaultHoweverItIsSent(String damage, String query) throws IOException {
        var bytes = gzip("{\"type\": \"brand\", \"slug\": \"warrior-china\", \"name\": \"Warrior\"}\n".repeat(20));
        var file = switch (damage) {
            case "cut off" -> Arrays.copyOf(bytes, bytes.length / 2);
            case "no gzip" -> "{\"type\": \"brand\"}".getBytes(StandardCharsets.UTF_8);
            default -> {
                bytes[damage.equals("wrong sum") ? bytes.length - 6 : bytes.length / 2] ^= 0x55;
                yield bytes;
            }
        };
        lines().header("Content-Encoding", "gzip")
                .body(file)
                .post("/v1/imports" + query)
                .then()
                .statusCode(400)
                .header("Retry-After", nullValue())
                .body("code", equalTo("malformed-request"))
                .body("detail", containsString("send it again"));
    }

    @Test
    void linesMadeToCostMuchCostAFindingEach() {
        var bad = List.of(
                "{\"type\": \"brand\", \"name\": \"Feiyue\"" + fields(27_000, "f%d") + "}",
                "{\"type\": \"brand\", \"name\": \"Feiyue\"" + fields(40_000, "Aa%d") + "}",
                "{\"type\": \"brand\", \"name\": \"Feiyue\", \"formerSlugs\": [" + "\"a\",".repeat(150_000) + "\"a\"]}",
                "{\"type\": \"release\", \"model\": \"feiyue\", \"region\": \"CN\", \"history\": ["
                        + "{},".repeat(300_000) + "{}]}",
                "{\"type\": \"collaborator\", \"name\": \"Feiyue\", \"kind\": \"shop\", \"partners\": ["
                        + IntStream.range(0, 80_000)
                                .mapToObj(i -> "\"p" + i + "\"")
                                .collect(Collectors.joining(","))
                        + "]}",
                "{\"type\": \"brand\", \"name\": \"" + "[".repeat(900_000) + "\"}",
                "{\"type\": \"brand\", \"name\": " + "9".repeat(900_000) + "}",
                "{\"type\": \"brand\", \"name\": \"Feiyue\", \"" + "n".repeat(900_000) + "\": 1}",
                "{\"type\": \"brand\", \"name\": \"Feiyue\", \"name\": \"Feiyue\"}");
        send(
                        lines(),
                        String.join("\n", bad)
                                + "\n{\"type\": \"brand\", \"slug\": \"feiyue-shanghai\", \"name\": \"Feiyue\"}")
                .body("refused", equalTo(bad.size()))
                .body("created", equalTo(1))
                .body("totalFindings", equalTo(bad.size()))
                .body("findings.line", containsInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9));
    }

    private static String fields(int count, String name) {
        return IntStream.range(0, count)
                .mapToObj(i -> ", \"" + name.formatted(i) + "\": null")
                .collect(Collectors.joining());
    }

    @Test
    void fileThatIsNoGzipIsTold() {
        send(lines().header("Content-Encoding", "gzip"), "{\"type\": \"brand\"}")
                .statusCode(400)
                .body("code", equalTo("malformed-request"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"application/json,", "text/plain,", "application/x-ndjson,br"})
    void otherTypesAndEncodingsAreRefusedWithThoseThereAre(String type, String encoding) {
        var request = given().header(TestKeys.EDITOR).contentType(type);
        if (encoding != null) {
            request.header("Content-Encoding", encoding);
        }
        send(request, "{}")
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"))
                .body("detail", containsString(encoding == null ? "text/csv" : "gzip"));
    }

    @Test
    void flagThatIsNeitherTrueNorFalseIsRefused() {
        given().header(TestKeys.EDITOR)
                .contentType("application/x-ndjson")
                .body(new byte[0])
                .post("/v1/imports?dryRun=yes")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("dryRun"));
    }

    private static RequestSpecification lines() {
        return given().header(TestKeys.EDITOR).contentType("application/x-ndjson");
    }

    private static ValidatableResponse send(RequestSpecification request, String file) {
        return send(request, file.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse send(RequestSpecification request, byte[] file) {
        return request.body(file).post("/v1/imports").then();
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
