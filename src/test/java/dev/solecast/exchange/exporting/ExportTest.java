package dev.solecast.exchange.exporting;

import static dev.solecast.Field.copiesRumor;
import static dev.solecast.Field.price;
import static dev.solecast.Field.statement;
import static dev.solecast.Field.url;
import static dev.solecast.Field.window;
import static dev.solecast.exchange.exporting.ExportedLines.read;
import static dev.solecast.exchange.exporting.ExportedLines.withValues;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.solecast.Editor;
import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import dev.solecast.TestKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the lines that an export contains. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ExportTest {

    @Inject
    Fixtures shoes;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            brands         | {"slug": "valsport", "name": "Valsport", "aliases": ["Valsport Heritage"], "home": "Caerano di San Marco", "lines": [{"name": "Made in Italy"}]}
            collaborators  | {"slug": "extra-butter", "name": "Extra Butter", "kind": "shop", "people": ["Edson Sabajo"], "partners": ["valsport"]}
            models         | {"slug": "valsport-n9000", "brand": "valsport", "name": "N9000", "firstAppeared": "1990~", "related": [{"relation": "successor", "model": "valsport-n9000-iii"}]}
            collaborations | {"slug": "extra-butter-n9000", "brand": "valsport", "model": "valsport-n9000", "collaborators": ["extra-butter"], "stage": "teased", "stageReason": "Seen on its own account"}
            colorways      | {"slug": "n9000-fossil", "model": "valsport-n9000", "collaboration": "extra-butter-n9000", "styleCode": "501.170", "audience": "men", "sizes": ["US 9"], "colors": [{"name": "fossil"}], "pictures": [{"url": "https://valsport.example/n9000.jpg", "width": 800, "height": 600, "alternativeText": "The shoe from the side"}]}
            sources        | {"slug": "valsport-press", "name": "Valsport", "kind": "brand", "role": "The maker", "since": "2010-05-01"}
            """)
    void everythingThatCanBeWrittenIsToldAgain(String scope, String written) {
        if (scope.equals("models")) {
            add("models", "{\"slug\": \"valsport-n9000-iii\", \"brand\": \"valsport\", \"name\": \"N9000 III\"}");
        }
        add(scope, written);
        var told = ExportedLines.of(scope).line(scope.substring(0, scope.length() - 1), slug(written));
        told.remove("type");
        assertThat(withValues(told)).isEqualTo(read(written));
    }

    @Test
    void releaseIsToldWithTheHistoryOfItsStatusInsteadOfItsStatus() {
        shoe("valsport-maverick");
        var written = """
                {"slug": "maverick-us", "model": "valsport-maverick", "region": "US", "channel": "wide", "launchAt": "2027-03-06T10:00:00", "launchZone": "America/New_York",
                 "retailPrice": {"amount": "150.00", "currency": "USD"}, "retailers": [{"name": "Kith", "method": "draw", "opensAt": "2027-03-01T10:00:00", "zone": "America/New_York"}],
                 "features": [{"name": "Suede", "certainty": "stated"}]}
                """;
        add("releases", written);
        status("maverick-us", "{\"status\": \"confirmed\", \"window\": \"2027-03\", \"reason\": \"By its maker\"}");
        status("maverick-us", "{\"status\": \"cancelled\", \"reason\": \"Never made\", \"day\": \"2026-11-20\"}");
        var told = ExportedLines.of("releases").line("release", "maverick-us");
        var expected = read(written).put("type", "release");
        expected.set("history", read("""
                {"history": [
                  {"status": "confirmed", "day": "2026-11-22", "window": "2027-03", "reason": "By its maker"},
                  {"status": "cancelled", "day": "2026-11-20", "reason": "Never made"}]}
                """).get("history"));
        assertThat(withValues(told)).isEqualTo(expected);
    }

    @Test
    void fieldsWithoutAValueAreToldToo() {
        shoe("valsport-mythos");
        shoes.release("mythos-ww", "valsport-mythos");
        assertThat(ExportedLines.of("releases").line("release", "mythos-ww")).isEqualTo(read("""
                {"type": "release", "slug": "mythos-ww", "model": "valsport-mythos", "collaboration": null, "colorway": null,
                 "region": "WW", "channel": null, "launchAt": null, "launchZone": null, "retailPrice": null,
                 "retailers": [], "features": [], "citations": [], "history": [], "formerSlugs": []}
                """));
    }

    @Test
    void rumorsAreToldWithWhatTheyCopyAndWhyTheyWereTakenBack() {
        shoe("valsport-intrepid");
        shoes.source("intrepid-fan", "community");
        shoes.release("intrepid-ww", "valsport-intrepid");
        var first = shoes.rumor(
                "intrepid-ww",
                "intrepid-fan",
                "report",
                window("2027-03"),
                url("https://fans.example/1"),
                price("150.00", "USD"));
        shoes.rumor(
                "intrepid-ww",
                "intrepid-fan",
                "speculation",
                copiesRumor(first),
                statement("=HYPERLINK(\"http://evil.example\")"));
        post("/v1/rumors/" + first + "/retraction", "{\"reason\": \"It was another shoe.\"}");
        var waiting = given().header(TestKeys.CONTRIBUTOR)
                .contentType("application/json")
                .body("{\"source\": \"intrepid-fan\", \"kind\": \"report\", \"saidOn\": \"2026-11-03\"}")
                .post("/v1/releases/intrepid-ww/rumors");
        assertThat(waiting.statusCode()).isEqualTo(202);

        assertThat(ExportedLines.of("rumors").rumors("intrepid-ww"))
                .extracting(ExportedLines::withValues)
                .containsExactly(read("""
                                {"type": "rumor", "id": "%d", "release": "intrepid-ww", "source": "intrepid-fan", "kind": "report", "url": "https://fans.example/1", "saidOn": "2026-11-02",
                                 "window": "2027-03", "price": {"amount": "150.00", "currency": "USD"}, "cancels": false, "retraction": "It was another shoe."}
                                """.formatted(first)), read("""
                                {"type": "rumor", "release": "intrepid-ww", "source": "intrepid-fan", "kind": "speculation", "saidOn": "2026-11-02", "cancels": false, "copiesRumor": "%d",
                                 "statement": "=HYPERLINK(\\"http://evil.example\\")"}
                                """.formatted(first)));
    }

    @Test
    void deletedOnesAreLeftOutAndRenamedOnesTellTheirFormerSlugs() {
        shoe("valsport-forest");
        shoes.source("forest-fan", "community");
        shoes.release("forest-ww", "valsport-forest");
        shoes.claim("forest-ww", "forest-fan", "report", "2027");
        shoes.brand("valsport-sport", "Valsport Sport");
        delete("/v1/releases/forest-ww");
        rename("/v1/brands/valsport-sport", "valsport-sports");
        rename("/v1/brands/valsport-sports", "valsport-athletics");
        var all = ExportedLines.of("all");
        assertThat(all.line("brand", "valsport-athletics").path("formerSlugs"))
                .extracting(JsonNode::asText)
                .containsExactly("valsport-sport", "valsport-sports");
        assertThat(all.lines()).noneMatch(line -> line.path("slug").asText().equals("forest-ww"));
        assertThat(all.rumors("forest-ww")).isEmpty();
    }

    @Test
    void allIsEveryScopeInAnOrderInWhichItCanBeRead() {
        shoe("valsport-camaro");
        var all = ExportedLines.of("all").lines().stream()
                .map(line -> line.path("type").asText())
                .distinct()
                .toList();
        assertThat(all)
                .containsExactly(
                        "source", "brand", "model", "collaborator", "collaboration", "colorway", "release", "rumor");
    }

    @Test
    void exportForAppsTellsDateAndStatusAndTheNumberOfEveryRumor() {
        shoe("valsport-jolly");
        shoes.source("jolly-press", "publication");
        shoes.release("jolly-ww", "valsport-jolly");
        var rumor = shoes.claim("jolly-ww", "jolly-press", "report", "2027-21");
        status("jolly-ww", "{\"status\": \"delayed\", \"reason\": \"So it says\"}");
        var told = ExportedLines.of("all?include=state");
        var release = told.line("release", "jolly-ww");
        assertThat(release.path("date").asText()).isEqualTo("2027-21");
        assertThat(release.path("status").asText()).isEqualTo("delayed");
        assertThat(told.rumors("jolly-ww").getFirst().path("id").asText()).isEqualTo(Long.toString(rumor));
        given().get("/v1/exports/releases?include=state&format=csv")
                .then()
                .statusCode(200)
                .body(containsString(",date\r\n"));
    }

    @Test
    void unknownScopeIsRefusedAndNamesThoseThereAre() {
        given().get("/v1/exports/shoes")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"))
                .body("detail", containsString("brands, models, collaborators"));
    }

    private void shoe(String slug) {
        if (given().get("/v1/brands/valsport").statusCode() == 404) {
            shoes.brand("valsport", "Valsport");
        }
        shoes.model(slug, "valsport", slug);
    }

    private static String slug(String document) {
        return read(document).path("slug").asText();
    }

    private static void add(String scope, String document) {
        var there = given().get("/v1/" + scope + "/" + slug(document)).statusCode() == 200;
        if (there) {
            Editor.put("/v1/" + scope + "/" + slug(document), "*", document)
                    .then()
                    .statusCode(200);
        } else {
            post("/v1/" + scope, document);
        }
    }

    private static void status(String release, String document) {
        post("/v1/releases/" + release + "/status", document);
    }

    private static void post(String address, String body) {
        var answer = Editor.post(address, body);
        assertThat(List.of(200, 201)).as(answer.asString()).contains(answer.statusCode());
    }

    private static void delete(String address) {
        Editor.delete(address).then().statusCode(204);
    }

    private static void rename(String address, String slug) {
        Editor.patch(address, "*", "{\"slug\": \"" + slug + "\"}").then().statusCode(200);
    }
}
