package dev.solecast.exchange.importing;

import static dev.solecast.Editor.importLines;
import static dev.solecast.Editor.last;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that a refused line leaves nothing behind, and that the lines beside it are taken in. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RefusedLineTest {

    private static final String SHOES = """
            {"type": "brand", "slug": "etonic-boston", "name": "Etonic", "formerSlugs": ["eaton-shoes"]}
            {"type": "model", "slug": "etonic-stabilizer", "brand": "etonic-boston", "name": "Stabilizer", "firstAppeared": "1978"}
            {"type": "source", "slug": "etonic-watch", "name": "Etonic Watch", "kind": "leaker"}
            {"type": "release", "slug": "stabilizer-us", "model": "etonic-stabilizer", "region": "US", "retailPrice": {"amount": "90", "currency": "USD"}}
            {"type": "release", "slug": "stabilizer-jp", "model": "etonic-stabilizer", "region": "JP", "history": [{"status": "confirmed", "day": "2026-11-01", "reason": "At a fair."}]}
            """;

    @BeforeEach
    void addShoes() {
        importLines(SHOES).then().body("refused", equalTo(0));
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            confirmed without a reason     | releases/stabilizer-br | {"type": "release", "slug": "stabilizer-br", "model": "etonic-stabilizer", "region": "BR", "status": "confirmed"} | statusReason
            released without a day         | releases/stabilizer-br | {"type": "release", "slug": "stabilizer-br", "model": "etonic-stabilizer", "region": "BR", "status": "released"} | releasedOn
            released before its model      | releases/stabilizer-br | {"type": "release", "slug": "stabilizer-br", "model": "etonic-stabilizer", "region": "BR", "status": "released", "releasedOn": "1971-05-01"} | releasedOn
            released in years to come      | releases/stabilizer-br | {"type": "release", "slug": "stabilizer-br", "model": "etonic-stabilizer", "region": "BR", "status": "released", "releasedOn": "2031-05-01"} | releasedOn
            cancelled day of a rumored one | releases/stabilizer-br | {"type": "release", "slug": "stabilizer-br", "model": "etonic-stabilizer", "region": "BR", "cancelledOn": "2026-05-01"} | cancelledOn
            history with an impossible end | releases/stabilizer-br | {"type": "release", "slug": "stabilizer-br", "model": "etonic-stabilizer", "region": "BR", "history": [{"status": "cancelled", "day": "2026-05-01", "reason": "Not made."}, {"status": "released", "day": "2026-06-01", "reason": "On sale."}]} |
            history with a wrong window    | releases/stabilizer-br | {"type": "release", "slug": "stabilizer-br", "model": "etonic-stabilizer", "region": "BR", "history": [{"status": "confirmed", "day": "2026-05-01", "window": "soon", "reason": "At a fair."}]} | window
            history that is a text         | releases/stabilizer-br | {"type": "release", "slug": "stabilizer-br", "model": "etonic-stabilizer", "region": "BR", "history": "confirmed"} | history
            former slug of another         | brands/etonic-golf     | {"type": "brand", "slug": "etonic-golf", "name": "Etonic Golf", "formerSlugs": ["etonic-golfing", "eaton-shoes"]} | formerSlugs
            present slug of another        | brands/etonic-golf     | {"type": "brand", "slug": "etonic-golf", "name": "Etonic Golf", "formerSlugs": ["etonic-boston"]} | formerSlugs
            relation to nothing            | models/etonic-quasar   | {"type": "model", "slug": "etonic-quasar", "brand": "etonic-boston", "name": "Quasar", "related": [{"relation": "successor", "model": "etonic-nothing"}]} | related
            model that is none             | releases/stabilizer-br | {"type": "release", "slug": "stabilizer-br", "model": "etonic-nothing", "region": "BR"} | model
            """)
    void newEntryOfARefusedLineIsNotThere(String name, String address, String line, String field) {
        for (var query : new String[] {"?dryRun=true", ""}) {
            importLines(query, line)
                    .then()
                    .statusCode(200)
                    .body("refused", equalTo(1))
                    .body("created", equalTo(0))
                    .body("findings[0].field", equalTo(field));
        }
        importLines("?atomic=true", line).then().statusCode(409).body("errors[0].field", containsString("line 1"));
        get("/v1/" + address).then().statusCode(404);
        get("/v1/brands/etonic-golfing").then().statusCode(404);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            cancelled without a reason  | "slug": "stabilizer-us", "retailPrice": {"amount": "999", "currency": "USD"}, "status": "cancelled"
            released without a day      | "slug": "stabilizer-us", "retailPrice": {"amount": "999", "currency": "USD"}, "status": "released"
            released in years to come   | "slug": "stabilizer-us", "retailPrice": {"amount": "999", "currency": "USD"}, "status": "released", "releasedOn": "2031-05-01"
            former slug of another      | "slug": "stabilizer-us", "retailPrice": {"amount": "999", "currency": "USD"}, "formerSlugs": ["stabilizer-jp"]
            reason that is too long     | "slug": "stabilizer-us", "retailPrice": {"amount": "999", "currency": "USD"}, "status": "delayed", "statusReason": "%s"
            channel that is none        | "slug": "stabilizer-us", "retailPrice": {"amount": "999", "currency": "USD"}, "channel": "bazaar"
            history of another          | "slug": "stabilizer-jp", "retailPrice": {"amount": "999", "currency": "JPY"}, "history": [{"status": "delayed", "day": "2026-10-01", "reason": "A strike."}]
            """)
    void entryOfARefusedLineStaysAsItWas(String name, String fields) {
        var line = "{\"type\": \"release\", " + fields.replace("%s", "a".repeat(501)) + "}";
        var slug = fields.replaceFirst("\"slug\": \"([^\"]+)\".*", "$1");
        var before = get("/v1/releases/" + slug).asString();
        var place = last();
        importLines(line).then().body("refused", equalTo(1));
        assertThat(get("/v1/releases/" + slug).asString()).isEqualTo(before);
        assertThat(last()).isEqualTo(place);
    }

    @Test
    void linesThatNameTheEntryOfARefusedLineAreRefusedUnlessItWasThereBefore() {
        importLines("""
                {"type": "release", "slug": "stabilizer-ca", "model": "etonic-stabilizer", "region": "CA", "status": "delayed"}
                {"type": "rumor", "release": "stabilizer-ca", "source": "etonic-watch", "kind": "report", "saidOn": "2026-11-02"}
                {"type": "release", "slug": "stabilizer-us", "status": "delayed"}
                {"type": "rumor", "release": "stabilizer-us", "source": "etonic-watch", "kind": "report", "saidOn": "2026-11-03"}
                """)
                .then()
                .body("refused", equalTo(3))
                .body("created", equalTo(1))
                .body("findings.find { it.line == 2 }.reason", containsString("no release \"stabilizer-ca\""));
        get("/v1/releases/stabilizer-ca").then().statusCode(404);
    }

    /** Rules that the database has, too. */
    @ParameterizedTest
    @CsvSource({"?dryRun=true,404", "?atomic=true,404", "'',200"})
    void valuesThatContradictEachOtherRefuseTheirLinesAlone(String query, int status) {
        var answer = importLines(query, """
                {"type": "model", "slug": "etonic-alpha", "brand": "etonic-boston", "name": "Alpha"}
                {"type": "release", "slug": "alpha-us", "model": "etonic-alpha", "region": "US", "launchAt": "2027-03-06T10:00:00"}
                {"type": "release", "slug": "alpha-ca", "model": "etonic-alpha", "region": "CA", "retailers": [{"name": "Sole Stop", "method": "draw", "zone": "America/Toronto", "opensAt": "2027-03-06T10:00:00", "closesAt": "2027-03-05T10:00:00"}]}
                {"type": "rumor", "release": "stabilizer-us", "source": "etonic-watch", "via": "etonic-watch", "kind": "report", "saidOn": "2026-11-04"}
                {"type": "colorway", "slug": "alpha-mark", "model": "etonic-alpha", "colors": [{"name": "mark \u2167"}]}
                {"type": "release", "slug": "alpha-mx", "model": "etonic-alpha", "region": "MX"}
                """);
        if (query.contains("atomic")) {
            answer.then().statusCode(409).body("errors.size()", equalTo(4));
        } else {
            answer.then().statusCode(200).body("created", equalTo(2)).body("refused", equalTo(4));
        }
        get("/v1/releases/alpha-mx").then().statusCode(status);
        get("/v1/releases/alpha-us").then().statusCode(404);
    }

    /** More lines at fault than there are attempts without them. */
    @ParameterizedTest
    @CsvSource({"?dryRun=true,404", "?atomic=true,404", "'',200"})
    void faultsAmongManyGoodLinesAreEachTold(String query, int status) {
        var good = IntStream.range(0, 300)
                .mapToObj(i ->
                        "{\"type\": \"model\", \"slug\": \"etonic-trans-am-%d\", \"brand\": \"etonic-boston\", \"name\": \"Trans Am %d\"}"
                                .formatted(i, i));
        var bad = IntStream.range(0, 40)
                .mapToObj(i ->
                        "{\"type\": \"release\", \"slug\": \"trans-am-us-%d\", \"model\": \"etonic-trans-am-%d\", \"region\": \"US\", \"status\": \"released\"}"
                                .formatted(i, i));
        var answer = importLines(query, Stream.concat(good, bad).collect(Collectors.joining("\n")));
        if (query.contains("atomic")) {
            answer.then().statusCode(409).body("errors.field", hasItem("line 340: releasedOn"));
        } else {
            answer.then()
                    .statusCode(200)
                    .body("created", equalTo(300))
                    .body("refused", equalTo(40))
                    .body("findings", hasSize(40))
                    .body("findings.field", everyItem(equalTo("releasedOn")));
        }
        get("/v1/models/etonic-trans-am-299").then().statusCode(status);
        get("/v1/releases/trans-am-us-7").then().statusCode(404);
    }
}
