package dev.solecast.release.edit;

import static dev.solecast.Editor.editor;
import static dev.solecast.Editor.importLines;
import static dev.solecast.Editor.patch;
import static dev.solecast.Editor.post;
import static dev.solecast.Editor.put;
import static dev.solecast.Field.launch;
import static dev.solecast.Field.opens;
import static dev.solecast.Field.region;
import static dev.solecast.Field.retailer;
import static dev.solecast.Field.retailers;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import dev.solecast.TestKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values come in exactly as the contract says, and whatever has come in goes out. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ReleaseValuesTest {

    @Inject
    Fixtures fixtures;

    @BeforeEach
    void addModel() {
        if (get("/v1/brands/moonstar").statusCode() != 200) {
            fixtures.brand("moonstar", "Moonstar");
            fixtures.model("moonstar-coil-r1", "moonstar", "Coil R1");
            fixtures.source("moonstar-watch", "community");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "launchAt": "2027-03-06T10:00:00Z", "launchZone": "America/New_York"      | launchAt   | "2027-03-06T10:00:00Z" is not a local date and time without a zone or an offset, such as 2027-03-06T10:00:00.
            "launchAt": "2027-03-06T10:00:00+01:00", "launchZone": "Europe/Paris"     | launchAt   | such as 2027-03-06T10:00:00.
            "launchAt": "+12027-03-06T10:00:00", "launchZone": "Europe/Paris"         | launchAt   | such as 2027-03-06T10:00:00.
            "launchAt": "2027-03-06T10:00:00.000000001", "launchZone": "Europe/Paris" | launchAt   | such as 2027-03-06T10:00:00.
            "launchAt": 1799, "launchZone": "Europe/Paris"                            | launchAt   | must be a text in quotes: a local date and time
            "launchAt": "2027-03-14T02:30:00", "launchZone": "America/New_York"       | launchAt   | is a time that the clocks in America/New_York skip
            "launchAt": "2027-03-06T10:00:00", "launchZone": "+02:00"                 | launchZone | "+02:00" is not an IANA zone name, such as America/New_York.
            "launchAt": "2027-03-06T10:00:00", "launchZone": "UTC+2"                  | launchZone | is not an IANA zone name
            "status": "released", "releasedOn": "2025-01-01T23:00:00Z"                | releasedOn | is not a calendar day, such as 2027-03-01.
            "status": "released", "releasedOn": "2026-11-23"                          | releasedOn | 2026-11-23 has not come yet; it is 2026-11-22 in US.
            "status": "released", "releasedOn": "0001-01-01"                          | releasedOn | the year must lie between 1800 and 2199.
            "retailPrice": {"amount": 150, "currency": "USD"}                         | retailPrice.amount | must be a text in quotes: an amount of money, such as "150.00".
            "retailPrice": {"amount": "150.005", "currency": "USD"}                   | retailPrice.amount | has more decimals than USD, which has 2: such as "150.00"
            "retailPrice": {"amount": "150.5", "currency": "JPY"}                     | retailPrice.amount | has more decimals than JPY, which has 0: such as "150"
            "retailPrice": {"amount": "150", "currency": "$"}                         | retailPrice.currency | "$" is not an ISO 4217 currency, such as USD.
            "retailers": [{"name": "Kith", "method": "online", "zone": "UTC", "opensAt": "2027-03-06T10:00:00Z"}] | retailers[0].opensAt | is not a local date and time
            "retailers": [{"name": "Kith\\nSoHo", "method": "online"}]                | retailers[0].name | has a line break, U+000A, where one line is meant.
            "features": [{"name": "\\u202Esuede", "certainty": "known"}]              | features[0].name | has a character that cannot be shown, U+202E at position 1; leave it out.
            """)
    void valueOfAnotherFormIsRefusedWithAnExample(String fields, String field, String detail) {
        post(
                        "/v1/releases",
                        "{\"slug\": \"moonstar-odd\", \"model\": \"moonstar-coil-r1\", \"region\": \"US\", " + fields
                                + "}")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(field))
                .body("errors.detail", hasItem(containsString(detail)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            /v1/brands?updatedSince=%2B999999999-12-31T23:59:59Z | updatedSince
            /v1/releases?to=%2B12027-01-01                       | to
            /v1/releases?from=-0001-01-01                        | from
            /v1/releases?asOf=0000-01-01                         | asOf
            /v1/releases/upcoming?updatedSince=0000-01-01T00:00:00Z | updatedSince
            /v1/feed.json?before=%2B999999999-12-31T23:59:59Z    | before
            /v1/accuracy?from=%2B999999999-12-31                 | from
            """)
    void queryOutOfTheBoundsIsRefusedByItsName(String address, String parameter) {
        var answer = given().urlEncodingEnabled(false).get(address);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.asString()).contains(parameter);
    }

    @Test
    void pricesHaveTheDecimalsOfTheirCurrency() {
        fixtures.release("moonstar-price", "moonstar-coil-r1");
        for (var price :
                new String[][] {{"45.250", "KWD", "45.250"}, {"16500", "JPY", "16500"}, {"150", "USD", "150.00"}}) {
            var body = "{\"retailPrice\": {\"amount\": \"%s\", \"currency\": \"%s\"}}".formatted(price[0], price[1]);
            patch("/v1/releases/moonstar-price", body)
                    .then()
                    .statusCode(200)
                    .body("retailPrice.amount", equalTo(price[2]));
            get("/v1/releases/moonstar-price").then().body("retailPrice.amount", equalTo(price[2]));
            get("/v1/releases?model=moonstar-coil-r1&currency=%s&priceMin=%s&priceMax=%s"
                            .formatted(price[1], price[0], price[0]))
                    .then()
                    .body("items.retailPrice.amount", equalTo(java.util.List.of(price[2])));
        }
    }

    @Test
    void aLaunchIsShownOnlyOnTheDayOfTheDate() {
        fixtures.release(
                "moonstar-late",
                "moonstar-coil-r1",
                region("IE"),
                launch("2027-03-06T10:00:00", "Europe/Dublin"),
                retailers(retailer("Bodega", "online", opens("2027-03-06T10:00:00", "Europe/Dublin"))));
        status("moonstar-late", "confirmed", "2027-03-06");
        shows("moonstar-late", notNullValue(), "10:00");

        status("moonstar-late", "delayed", "2027-05-11");
        shows("moonstar-late", nullValue(), null);
        get("/v1/calendar.ics?model=moonstar-coil-r1").then().body(not(containsString("20270306T100000")));

        status("moonstar-late", "confirmed", "2027-03-06");
        shows("moonstar-late", notNullValue(), "10:00");
    }

    private static void status(String slug, String status, String window) {
        post(
                        "/v1/releases/" + slug + "/status",
                        "{\"status\": \"%s\", \"window\": \"%s\", \"reason\": \"Said the brand.\"}"
                                .formatted(status, window))
                .then()
                .statusCode(200);
    }

    private static void shows(String slug, org.hamcrest.Matcher<Object> launch, String hour) {
        get("/v1/releases/" + slug).then().body("launch", launch).body("retailers[0].opens", launch);
        get("/v1/releases?model=moonstar-coil-r1&region=IE")
                .then()
                .body("items.find { it.slug == '" + slug + "' }.launch", launch);
        var page = get("/releases/" + slug).then().statusCode(200).extract().asString();
        assertThat(page.contains("10:00")).isEqualTo(hour != null);
    }

    @Test
    void aReservedSlugIsRefusedInARename() {
        fixtures.release("moonstar-renamed", "moonstar-coil-r1");
        patch("/v1/releases/moonstar-renamed", "{\"slug\": \"upcoming\"}")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("slug"));
        get("/v1/releases/moonstar-renamed").then().statusCode(200);
    }

    @Test
    void aPatchThatRemovesTheTimeRemovesItsZone() {
        fixtures.release("moonstar-timeless", "moonstar-coil-r1", launch("2027-03-06T10:00:00", "Europe/Rome"));
        patch("/v1/releases/moonstar-timeless", "{\"launchAt\": null}")
                .then()
                .statusCode(200)
                .body("launch", nullValue());
        patch("/v1/releases/moonstar-timeless", "{\"launchZone\": \"Europe/Rome\"}")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("launchZone"));
        fixtures.release("moonstar-redacted", "moonstar-coil-r1", launch("2027-03-06T10:00:00", "Europe/Rome"));
        post(
                        "/v1/releases/moonstar-redacted/redaction",
                        "{\"fields\": [\"launchAt\"], \"reason\": \"A private appointment.\"}")
                .then()
                .statusCode(200)
                .body("launch", nullValue());
    }

    @Test
    void todayIsTheDayInTheRegionOfTheRelease() {
        // It is 06:00 UTC: the 22nd up to UTC+17:59, and still the 21st nowhere that counts but west of UTC-6.
        fixtures.release("moonstar-world", "moonstar-coil-r1", region("WW"));
        said("moonstar-world", "2026-11-23")
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("has not come yet"));
        fixtures.release("moonstar-hawaii", "moonstar-coil-r1", region("UM"));
        said("moonstar-hawaii", "2026-11-22").then().statusCode(201);
        fixtures.release("moonstar-mexico", "moonstar-coil-r1", region("PF"));
        said("moonstar-mexico", "2026-11-22").then().statusCode(400).body("errors[0].detail", containsString("in PF"));
        importLines("""
                {"type": "release", "slug": "moonstar-pf", "model": "moonstar-coil-r1", "region": "PF", "status": "released", "releasedOn": "2026-11-22", "statusReason": "Seen on shelves."}
                """)
                .then()
                .body("refused", equalTo(1))
                .body("findings[0].reason", containsString("it is 2026-11-21 in PF"));
    }

    private static Response said(String release, String day) {
        return post(
                "/v1/releases/" + release + "/rumors",
                "{\"source\": \"moonstar-watch\", \"kind\": \"report\", \"saidOn\": \"" + day + "\"}");
    }

    @Test
    void aLongStatementAtALongAddressIsStored() {
        fixtures.release("moonstar-long", "moonstar-coil-r1");
        var random = new java.util.Random(9000);
        var statement = random.ints(900, 0x4E00, 0x9FA5)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        var url = random.ints(1900, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        var body =
                "{\"source\": \"moonstar-watch\", \"kind\": \"report\", \"saidOn\": \"2026-11\", \"url\": \"https://%s\", \"statement\": \"%s\\nand more\"}"
                        .formatted(url, statement);
        post("/v1/releases/moonstar-long/rumors", body)
                .then()
                .statusCode(201)
                .body("statement", containsString("\nand more"));
        post("/v1/releases/moonstar-long/rumors", body).then().statusCode(200);
    }

    @Test
    void aReorderedListIsStored() {
        fixtures.collaborator("moonstar-packer", "Packer");
        fixtures.collaborator("moonstar-bait", "Bait");
        fixtures.collaboration("moonstar-two", "moonstar-coil-r1", "moonstar", "moonstar-packer", "moonstar-bait");
        patch("/v1/collaborations/moonstar-two", "{\"collaborators\": [\"moonstar-bait\", \"moonstar-packer\"]}")
                .then()
                .statusCode(200)
                .body("collaborators.slug", equalTo(java.util.List.of("moonstar-bait", "moonstar-packer")));
    }

    @Test
    void anUnquotedTagIsRefusedWithAnExample() {
        put("/v1/brands/moonstar", "3", "{\"name\": \"Moonstar\"}")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("If-Match"))
                .body("detail", containsString("with its quotes, such as"));
    }

    @Test
    void theAnswerToAWriteIsWhatIsRead() {
        same(post("/v1/brands", "{\"slug\": \"norda\", \"name\": \"Norda\"}"), "/v1/brands/norda");
        same(patch("/v1/brands/norda", "{\"home\": \"Helsinki\"}"), "/v1/brands/norda");
        same(
                put("/v1/brands/norda", "*", "{\"name\": \"Norda\", \"aliases\": [\"Norda Sports\"]}"),
                "/v1/brands/norda");
        same(
                post("/v1/models", "{\"slug\": \"norda-fusion\", \"brand\": \"norda\", \"name\": \"Fusion 2.0\"}"),
                "/v1/models/norda-fusion");
        same(
                post("/v1/collaborators", "{\"slug\": \"norda-end\", \"name\": \"End.\", \"kind\": \"shop\"}"),
                "/v1/collaborators/norda-end");
        same(
                post(
                        "/v1/collaborations",
                        "{\"slug\": \"norda-x-end\", \"brand\": \"norda\", \"collaborators\": [\"norda-end\"]}"),
                "/v1/collaborations/norda-x-end");
        same(
                post(
                        "/v1/colorways",
                        "{\"slug\": \"norda-mount\", \"model\": \"norda-fusion\", \"colors\": [{\"name\": \"blue\"}]}"),
                "/v1/colorways/norda-mount");
        same(
                post(
                        "/v1/sources",
                        "{\"slug\": \"norda-itself\", \"name\": \"Norda\", \"kind\": \"brand\", \"since\": \"1916-01-01\"}"),
                "/v1/sources/norda-itself");
        same(
                post(
                        "/v1/releases",
                        "{\"slug\": \"norda-fi\", \"model\": \"norda-fusion\", \"colorway\": \"norda-mount\", \"region\": \"FI\", \"launchAt\": \"2027-03-06T10:00:00\", \"launchZone\": \"Europe/Helsinki\", \"retailPrice\": {\"amount\": \"140\", \"currency\": \"EUR\"}}"),
                "/v1/releases/norda-fi");
        said("norda-fi", "2026-11-20").then().statusCode(201);
        same(patch("/v1/releases/norda-fi", "{\"channel\": \"wide\"}"), "/v1/releases/norda-fi");
        same(
                post(
                        "/v1/releases/norda-fi/status",
                        "{\"status\": \"confirmed\", \"window\": \"2027-03-06\", \"reason\": \"Said so.\"}"),
                "/v1/releases/norda-fi");
        var rumor = post(
                "/v1/releases/norda-fi/rumors",
                "{\"source\": \"norda-itself\", \"kind\": \"official\", \"saidOn\": \"2026-11-21\", \"price\": {\"amount\": \"139.5\", \"currency\": \"EUR\"}}");
        assertThat(get("/v1/releases/norda-fi/rumors").jsonPath().getList("items"))
                .contains(rumor.jsonPath().<Object>get("$"));
        var key = given().header(TestKeys.ADMIN)
                .contentType("application/json")
                .body(
                        "{\"name\": \"Norda bot\", \"role\": \"reader\", \"expiresAt\": \"2027-11-22T06:00:00.123456789Z\"}")
                .post("/v1/keys");
        assertThat(key.jsonPath().getString("expiresAt")).isEqualTo("2027-11-22T06:00:00.123456Z");
        assertThat(given().header(TestKeys.ADMIN).get("/v1/keys").jsonPath().getList("items.expiresAt"))
                .contains("2027-11-22T06:00:00.123456Z");
    }

    private static void same(Response written, String address) {
        assertThat(written.statusCode()).as(written.asString()).isIn(200, 201);
        var read = editor().get(address);
        assertThat(read.asString()).isEqualTo(written.asString());
        // A compressed body has a tag of its own, and answers to writes are not compressed.
        assertThat(read.header("ETag").replace("-gzip", "")).isEqualTo(written.header("ETag"));
    }
}
