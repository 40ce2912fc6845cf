package dev.solecast.exchange.importing;

import static dev.solecast.Editor.editor;
import static dev.solecast.Editor.importLines;
import static dev.solecast.Editor.last;
import static dev.solecast.Editor.patch;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that a line changes what it names, and nothing else. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MergeTest {

    private static final String SHOES = """
            {"type": "source", "slug": "brooks-sport-press", "name": "Brooks Press", "kind": "brand", "role": "The maker", "home": "https://brooks.example", "since": "2010-05-01"}
            {"type": "brand", "slug": "brooks-sport", "name": "Brooks", "aliases": ["Brooks Heritage"], "home": "Seattle", "knownFor": "Running", "lines": [{"name": "Heritage"}], "citations": [{"fields": ["home"], "publication": "Shoe Mornings", "title": "Brooks at 100"}]}
            {"type": "model", "slug": "brooks-sport-chariot", "brand": "brooks-sport", "name": "Chariot", "aliases": ["Chariot OG"], "firstAppeared": "1982", "category": "running", "styles": ["retro runner"], "appearances": ["The 1982 catalogue"], "technologies": [{"name": "Diagonal Rollbar"}], "openQuestions": ["Who drew it?"], "related": [{"relation": "successor", "model": "brooks-sport-beast"}]}
            {"type": "model", "slug": "brooks-sport-beast", "brand": "brooks-sport", "name": "Beast"}
            {"type": "collaborator", "slug": "hanon-shop", "name": "Hanon", "kind": "shop", "aliases": ["Hanon Shop"], "profession": "Retail", "home": "Aberdeen", "people": ["Brian Toft"], "partners": ["brooks-sport"], "earlierModels": ["brooks-sport-beast"]}
            {"type": "collaboration", "slug": "hanon-chariot", "brand": "brooks-sport", "model": "brooks-sport-chariot", "collaborators": ["hanon-shop"], "stage": "teased", "stageReason": "Seen in its window"}
            {"type": "colorway", "slug": "chariot-north-sea", "model": "brooks-sport-chariot", "collaboration": "hanon-chariot", "nickname": "North Sea", "styleCode": "110167-1D", "line": "Heritage", "audience": "men", "sizes": ["US 9"], "colors": [{"name": "navy"}], "materials": [{"name": "Suede", "certainty": "stated"}], "reminiscentOf": "brooks-sport-beast"}
            {"type": "release", "slug": "chariot-north-sea-gb", "model": "brooks-sport-chariot", "colorway": "chariot-north-sea", "region": "GB", "channel": "retailer", "launchAt": "2027-03-06T10:00:00", "launchZone": "Europe/London", "retailPrice": {"amount": "95.00", "currency": "GBP"}, "retailers": [{"name": "Hanon", "method": "in-store"}], "features": [{"name": "Gum sole", "certainty": "stated"}]}
            """;

    @BeforeEach
    void addShoes() {
        importLines("?force=true", SHOES).then().body("refused", equalTo(0));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            brands/brooks-sport                 | "name": "Brooks"                                                    | home          | lines
            models/brooks-sport-chariot         | "brand": "brooks-sport", "name": "Chariot"                          | category      | technologies
            collaborators/hanon-shop            | "name": "Hanon", "kind": "shop"                                     | profession    | earlierModels
            collaborations/hanon-chariot        | "brand": "brooks-sport", "collaborators": ["hanon-shop"]            | model         | citations
            colorways/chariot-north-sea         | "model": "brooks-sport-chariot"                                     | nickname      | sizes
            releases/chariot-north-sea-gb       | "model": "brooks-sport-chariot", "region": "GB"                     | channel       | retailers
            sources/brooks-sport-press          | "name": "Brooks Press", "kind": "brand"                             | role          |
            """)
    void fieldsThatALineLeavesOutStayAndNullEmptiesThem(String entry, String needed, String text, String list) {
        var type = entry.substring(0, entry.indexOf('s', entry.indexOf('/') - 1));
        var slug = entry.substring(entry.indexOf('/') + 1);
        var address = "/v1/" + entry;
        var before = get(address).asString();
        var place = last();
        importLines(line(type, slug, needed)).then().body("unchanged", equalTo(1));
        importLines(line(type, slug, null)).then().body("unchanged", equalTo(1));
        assertThat(get(address).asString()).isEqualTo(before);
        assertThat(last()).isEqualTo(place);

        var emptied = "\"" + text + "\": null" + (list == null ? "" : ", \"" + list + "\": []");
        importLines(line(type, slug, emptied))
                .then()
                .body("updated", equalTo(1))
                .body("refused", equalTo(0));
        get(address).then().body(text, nullValue());
        if (list != null) {
            get(address).then().body(list, empty());
        }
        importLines(line(type, slug, emptied)).then().body("unchanged", equalTo(1));
    }

    @Test
    void requiredFieldCannotBeEmptied() {
        importLines(line("brand", "brooks-sport", "\"name\": null")).then().body("findings[0].field", equalTo("name"));
        importLines(line("release", "chariot-north-sea-gb", "\"region\": null"))
                .then()
                .body("findings[0].field", equalTo("region"));
        importLines(line("brand", "brooks-sports", "\"home\": \"Seattle\""))
                .then()
                .body("findings[0].field", equalTo("name"));
        get("/v1/brands/brooks-sports").then().statusCode(404);
    }

    @Test
    void emptyCellStaysAndItsMarkEmpties() {
        table("?force=true", "Type, Slug ,HOME,Known For,aliases\n BRAND , brooks-sport ,,\\N,[]\n")
                .then()
                .body("updated", equalTo(1))
                .body("refused", equalTo(0));
        get("/v1/brands/brooks-sport")
                .then()
                .body("home", equalTo("Seattle"))
                .body("knownFor", nullValue())
                .body("aliases", empty());
        table("?force=true", "type,slug,name,home,styleCode,aliases\nbrand,brooks-sport,Brooks,'\\N,\\N,\\N\n")
                .then()
                .body("updated", equalTo(1));
        get("/v1/brands/brooks-sport").then().body("home", equalTo("\\N")).body("name", equalTo("Brooks"));
    }

    @Test
    void dryRunListsEachFieldThatWouldChange() {
        patch("/v1/brands/brooks-sport", "{\"knownFor\": \"Running shoes\"}");
        var place = last();
        importLines("?dryRun=true", """
                {"type": "brand", "slug": "brooks-sport", "home": null, "knownFor": "Jogging", "aliases": ["Brooks Running"]}
                {"type": "release", "slug": "chariot-north-sea-gb", "retailPrice": {"amount": "99", "currency": "GBP"}, "status": "confirmed", "statusReason": "It is in the shop's lookbook."}
                {"type": "brand", "slug": "brooks-sports"}
                """)
                .then()
                .body("updated", equalTo(2))
                .body(
                        "findings.kind",
                        contains("kept", "refused", "changed", "changed", "changed", "changed", "changed"))
                .body("totalFindings", equalTo(7))
                .body(
                        "findings.findAll { it.line == 1 && it.kind == 'changed' }.field",
                        containsInAnyOrder("home", "aliases"))
                .body("findings.find { it.field == 'home' }.change.old", equalTo("Seattle"))
                .body("findings.find { it.field == 'home' }.change.new", nullValue())
                .body("findings.find { it.field == 'home' }.reason", equalTo("would be emptied."))
                .body("findings.find { it.field == 'aliases' }.change.new", contains("Brooks Running"))
                .body("findings.find { it.field == 'retailPrice' }.change.old.amount", equalTo("95.00"))
                .body("findings.find { it.field == 'status' }.change.new", equalTo("confirmed"))
                .body("findings.find { it.kind == 'refused' }.change", nullValue());
        assertThat(last()).isEqualTo(place);
        get("/v1/brands/brooks-sport").then().body("home", equalTo("Seattle"));
    }

    @Test
    void longValuesAndManyChangesOfADryRunAreBounded() {
        var brands = IntStream.range(0, 500)
                .mapToObj(i ->
                        "{\"type\": \"brand\", \"slug\": \"brooks-test-" + i + "\", \"name\": \"Brooks " + i + "\"%s}")
                .toList();
        importLines(brands.stream().map(line -> line.formatted("")).collect(Collectors.joining("\n")));
        var more = ", \"home\": \"Seattle\", \"knownFor\": \"" + "a".repeat(400) + "\", \"aliases\": [\""
                + "b".repeat(190) + "\"" + ", \"c\"".repeat(20) + "]";
        var answer = importLines(
                "?dryRun=true",
                brands.stream().map(line -> line.formatted(more)).collect(Collectors.joining("\n")));
        answer.then().body("findings", hasSize(100)).body("totalFindings", equalTo(1_500));
        editor().get(answer.path("allFindings") + "?limit=100")
                .then()
                .body("items", hasSize(100))
                .body("next", notNullValue());
    }

    private static String line(String type, String slug, String fields) {
        return "{\"type\": \"%s\", \"slug\": \"%s\"%s}".formatted(type, slug, fields == null ? "" : ", " + fields);
    }

    private static Response table(String query, String text) {
        return editor().contentType("text/csv")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports" + query);
    }
}
