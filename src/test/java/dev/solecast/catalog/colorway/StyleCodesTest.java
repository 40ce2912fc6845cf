package dev.solecast.catalog.colorway;

import static dev.solecast.Editor.importLines;
import static dev.solecast.Editor.patch;
import static dev.solecast.Editor.post;
import static dev.solecast.Field.collaboration;
import static dev.solecast.Field.colors;
import static dev.solecast.Field.colorway;
import static dev.solecast.Field.nickname;
import static dev.solecast.Field.styleCode;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Style codes and colors are equal by one normal form each, wherever they are compared. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StyleCodesTest {

    @Inject
    Fixtures fixtures;

    @BeforeAll
    void addColorways() {
        fixtures.brand("vessi", "Vessi");
        fixtures.model("grid-azura", "vessi", "Grid Azura");
        fixtures.colorway(
                "grid-azura-white",
                "grid-azura",
                nickname("White"),
                styleCode("SD0587-110"),
                colors("light grey", "gray"));
        fixtures.release("grid-azura-white-us", "grid-azura", colorway("grid-azura-white"));
        fixtures.colorway("grid-azura-pair", "grid-azura", nickname("Pair"), styleCode("415122-111/SW2288-111"));
        fixtures.release("grid-azura-pair-us", "grid-azura", colorway("grid-azura-pair"));
    }

    @ParameterizedTest
    @CsvSource({
        "SD0587-110, white",
        "SD0587 110, white",
        "sd0587-110, white",
        "SD0587110, white",
        "sd0587.110, white",
        "415122-111, pair",
        "SW2288-111, pair",
        "sw2288111, pair",
        "415122-111/SW2288-111, pair"
    })
    void filtersFindACodeHoweverItIsWritten(String code, String which) {
        for (var list : new String[] {"/v1/colorways", "/v1/releases"}) {
            var slug = "grid-azura-" + which + (list.endsWith("releases") ? "-us" : "");
            given().queryParam("brand", "vessi")
                    .queryParam("styleCode", code)
                    .get(list)
                    .then()
                    .statusCode(200)
                    .body("items.slug", contains(slug));
        }
    }

    @Test
    void codeIsShownAsItWasWritten() {
        given().get("/v1/colorways/grid-azura-pair").then().body("styleCode", equalTo("415122-111/SW2288-111"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SD0587-110", "SD0587 110", "sd0587-110", "SW2288-111", "415122 111"})
    void codeOfAnotherHoweverItIsWrittenIsAConflict(String code) {
        post("/v1/colorways", "{\"model\": \"grid-azura\", \"nickname\": \"Copy\", \"styleCode\": \"" + code + "\"}")
                .then()
                .statusCode(409)
                .body("errors.field", contains("styleCode"))
                .body("detail", containsString("is the style code of grid-azura-"));
        var own = "grid-azura-own-" + Integer.toHexString(code.hashCode());
        fixtures.colorway(own, "grid-azura");
        patch("/v1/colorways/" + own, "{\"styleCode\": \"" + code + "\"}")
                .then()
                .statusCode(409);
    }

    @Test
    void ownCodeMayBeWrittenOtherwise() {
        fixtures.colorway("grid-azura-rewritten", "grid-azura", nickname("Rewritten"), styleCode("SD7777 200"));
        patch("/v1/colorways/grid-azura-rewritten", "{\"styleCode\": \"SD7777-200\"}")
                .then()
                .statusCode(200)
                .body("styleCode", equalTo("SD7777-200"));
    }

    @Test
    void importedLineWithoutASlugMeansTheColorwayOfItsCode() {
        importLines(
                        "{\"type\":\"colorway\",\"model\":\"grid-azura\",\"nickname\":\"Bone\",\"styleCode\":\"SD1234-500\"}")
                .then()
                .body("created", equalTo(1));
        importLines("""
                {"type":"colorway","model":"grid-azura","nickname":"Bone White","styleCode":"sd1234 500"}
                {"type":"colorway","slug":"grid-azura-other","model":"grid-azura","styleCode":"SD1234500"}""").then().body("updated", equalTo(1)).body("refused", equalTo(1));
        given().queryParam("styleCode", "SD1234-500")
                .get("/v1/colorways")
                .then()
                .body("items.nickname", contains("Bone White"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gray", "grey", "Grey", "GRAY", "light gray", "Light Grey"})
    void colorIsFoundHoweverGrayIsWritten(String color) {
        given().queryParam("brand", "vessi")
                .queryParam("color", color)
                .get("/v1/colorways")
                .then()
                .body("items.slug", contains("grid-azura-white"));
        given().queryParam("brand", "vessi")
                .queryParam("color", color)
                .get("/v1/releases")
                .then()
                .body("items.slug", contains("grid-azura-white-us"));
    }

    @Test
    void titleDoesNotSayTheBrandTwice() {
        fixtures.model("vessi-shadow-said", "vessi", "VESSI Shadow 6000");
        fixtures.colorway("shadow-said-mint", "vessi-shadow-said", nickname("Mint"));
        fixtures.collaborator("bodega-said", "Bodega Said");
        fixtures.collaboration("bodega-shadow-said", "vessi-shadow-said", "vessi", "bodega-said");
        fixtures.release("shadow-said-us", "vessi-shadow-said");
        fixtures.release("shadow-said-mint-us", "vessi-shadow-said", colorway("shadow-said-mint"));
        fixtures.release("shadow-said-bodega", "vessi-shadow-said", collaboration("bodega-shadow-said"));
        title("/v1/colorways/shadow-said-mint", "title", "VESSI Shadow 6000 “Mint”");
        title("/v1/collaborations/bodega-shadow-said", "title", "Bodega Said x VESSI Shadow 6000");
        title("/v1/releases/shadow-said-us", "title", "VESSI Shadow 6000");
        title("/v1/releases/shadow-said-us?asOf=2026-11-01", "title", "VESSI Shadow 6000");
        title("/v1/releases?collaboration=bodega-shadow-said", "items[0].title", "Bodega Said x VESSI Shadow 6000");
        title("/v1/releases?colorway=shadow-said-mint", "items[0].title", "VESSI Shadow 6000 “Mint”");
        title("/v1/search?q=vessi shadow 6000&type=model", "items[0].title", "VESSI Shadow 6000");
    }

    private static void title(String address, String path, String title) {
        given().get(address).then().statusCode(200).body(path, equalTo(title));
    }
}
