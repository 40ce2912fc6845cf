package dev.solecast.exchange.importing;

import static dev.solecast.Editor.editor;
import static dev.solecast.Editor.importLines;
import static dev.solecast.Editor.last;
import static dev.solecast.Editor.patch;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Tests of importing a file of lines: its effect and its report. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ImportTest {

    @Test
    void catalogueAndRumorsInOneFileInAnyOrderAreAllThere() {
        importLines("""
                {"type": "rumor", "release": "victoria-shoe-n9000-heritage-it", "source": "victoria-shoe-watch", "kind": "report", "saidOn": "2026-11-01", "window": "2027-04"}
                {"type": "rumor", "release": "victoria-shoe-n9000-heritage-it", "source": "victoria-shoe-itself", "kind": "official", "saidOn": "2026-11-10", "window": "2027-05-06"}
                {"type": "release", "slug": "victoria-shoe-n9000-heritage-it", "model": "victoria-shoe-n9000", "colorway": "victoria-shoe-n9000-heritage", "region": "IT"}
                {"type": "colorway", "slug": "victoria-shoe-n9000-heritage", "model": "victoria-shoe-n9000", "nickname": "Heritage", "styleCode": "201.179", "colors": [{"name": "green"}]}
                {"type": "model", "slug": "victoria-shoe-n9000", "brand": "victoria-shoe", "name": "N9000", "firstAppeared": "1990"}
                {"type": "brand", "slug": "victoria-shoe", "name": "Victoria"}
                {"type": "source", "slug": "victoria-shoe-watch", "name": "Victoria Watch", "kind": "publication"}
                {"type": "source", "slug": "victoria-shoe-itself", "name": "Victoria", "kind": "brand"}
                """)
                .then()
                .statusCode(200)
                .header("Location", containsString("/v1/imports/"))
                .body("state", equalTo("finished"))
                .body("lines", equalTo(8))
                .body("created", equalTo(8))
                .body("refused", equalTo(0))
                .body("findings", empty());
        get("/v1/releases/victoria-shoe-n9000-heritage-it")
                .then()
                .statusCode(200)
                .body("date.edtf", equalTo("2027-05-06"))
                .body("rumors.count", equalTo(2))
                .body("rumors.strongest", equalTo("official"))
                .body("forecast.median", notNullValue());
        get("/v1/colorways/victoria-shoe-n9000-heritage").then().body("strongestRumor.kind", equalTo("official"));
        get("/v1/changes?release=victoria-shoe-n9000-heritage-it")
                .then()
                .body(
                        "items.kind",
                        contains("created", "rumor-added", "rumor-added", "date-changed", "forecast-moved"));
    }

    @Test
    void sameFileTwiceChangesNothing() {
        var file = """
                {"type": "brand", "slug": "kelme", "name": "Kelme", "aliases": ["Bear"], "home": "Helsinki"}
                {"type": "model", "brand": "kelme", "name": "Fusion 2.0", "firstAppeared": "1996", "technologies": [{"name": "Fulcrum", "purpose": "Rolls the foot forward"}]}
                {"type": "colorway", "model": "kelme-fusion-2-0", "styleCode": "F804", "colors": [{"name": "white"}, {"name": "blue", "part": "heel"}]}
                {"type": "source", "name": "Kelme Watch", "kind": "community"}
                {"type": "release", "model": "kelme-fusion-2-0", "region": "FI", "retailPrice": {"amount": "150", "currency": "EUR"}, "launchAt": "2027-02-06T10:00:00", "launchZone": "Europe/Helsinki", "retailers": [{"name": "Kelme Helsinki", "method": "in-store"}]}
                {"type": "rumor", "release": "kelme-fusion-2-0-fi", "source": "kelme-watch", "kind": "report", "saidOn": "2026-11", "window": "2027-02", "price": {"amount": "149.90", "currency": "EUR"}}
                """;
        importLines(file).then().body("created", equalTo(6));
        var place = last();
        importLines(file)
                .then()
                .body("unchanged", equalTo(6))
                .body("created", equalTo(0))
                .body("updated", equalTo(0));
        assertThat(last()).isEqualTo(place);
    }

    @Test
    void lineThatDiffersUpdatesAndLeavesTheRest() {
        importLines("""
                {"type": "brand", "slug": "patrick-shoes", "name": "Patrick", "home": "New York"}
                {"type": "model", "slug": "patrick-shoes-33-hi", "brand": "patrick-shoes", "name": "33 Hi"}
                """);
        importLines("""
                {"type": "brand", "slug": "patrick-shoes", "name": "Patrick Athletics", "home": "New York"}
                {"type": "model", "slug": "patrick-shoes-33-hi", "brand": "patrick-shoes", "name": "33 Hi"}
                """).then().body("updated", equalTo(1)).body("unchanged", equalTo(1));
        get("/v1/brands/patrick-shoes").then().body("name", equalTo("Patrick Athletics"));
    }

    @Test
    void whatAnEditorSetByHandStaysAndIsListedUnlessForced() {
        importLines("""
                {"type": "brand", "slug": "joma-sport", "name": "Joma", "home": "Helsingborg"}
                """);
        patch("/v1/brands/joma-sport", "{\"home\": \"Stockholm\"}").then().statusCode(200);
        var theirs = """
                {"type": "brand", "slug": "joma-sport", "name": "Joma Sweden", "home": "Helsingborg"}
                """;
        importLines(theirs)
                .then()
                .body("updated", equalTo(1))
                .body("kept", equalTo(1))
                .body("findings.line", contains(1))
                .body("findings.kind", contains("kept"))
                .body("findings.field", contains("home"));
        get("/v1/brands/joma-sport").then().body("home", equalTo("Stockholm")).body("name", equalTo("Joma Sweden"));
        importLines("?force=true", theirs).then().body("kept", equalTo(0));
        get("/v1/brands/joma-sport").then().body("home", equalTo("Helsingborg"));
    }

    @Test
    void refusedLinesAreListedAndTheOthersGoIn() {
        var answer = importLines("""
                {"type": "brand", "slug": "unbranded-runner", "name": "Unbranded"}
                {"type": "model", "brand": "unbrandd-runner", "name": "Marathon Trail"}
                {"type": "brand", "slug": "unbranded-runner-2", "name": "Unbranded", "colour": "white"}
                not json

                {"type": "boot", "name": "None"}
                ["a", "list"]
                {"type": "model", "brand": "unbranded-runner", "name": "Marathon Trail", "firstAppeared": "2027-02-30"}
                {"type": "brand", "slug": "unbranded-runner-3", "name": 3}
                {"type": "model", "slug": "unbranded-runner-special", "brand": "unbranded-runner", "name": "Special"}
                """);
        answer.then()
                .statusCode(200)
                .body("created", equalTo(2))
                .body("refused", equalTo(7))
                .body("lines", equalTo(9))
                .body("findings.line", hasItems(2, 3, 4, 6, 7, 8, 9))
                .body("findings.find { it.line == 2 }.field", equalTo("brand"))
                .body("findings.find { it.line == 2 }.reason", containsString("there is no brand \"unbrandd-runner\""))
                .body("findings.find { it.line == 3 }.field", equalTo("colour"))
                .body("findings.find { it.line == 4 }.reason", containsString("is not valid JSON"))
                .body("findings.find { it.line == 6 }.field", equalTo("type"))
                .body("findings.find { it.line == 7 }.reason", containsString("must be an object"))
                .body("findings.find { it.line == 8 }.field", equalTo("firstAppeared"))
                .body("findings.find { it.line == 9 }.field", equalTo("name"));
        get("/v1/models/unbranded-runner-special").then().statusCode(200);
        editor().get(answer.path("allFindings") + "?limit=2")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2))
                .body("next", notNullValue());
    }

    @Test
    void dryRunTellsAllAndChangesNothing() {
        var place = last();
        importLines("?dryRun=true", """
                {"type": "brand", "slug": "novesta", "name": "Novesta"}
                {"type": "model", "slug": "novesta-star-master", "brand": "novesta", "name": "Star Master"}
                {"type": "model", "slug": "novesta-star-dribble", "brand": "novest", "name": "Star Dribble"}
                """)
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("state", equalTo("finished"))
                .body("created", equalTo(2))
                .body("refused", equalTo(1));
        get("/v1/brands/novesta").then().statusCode(404);
        assertThat(last()).isEqualTo(place);
    }

    @Test
    void atomicFileWithOneBadLineIsRefusedWhole() {
        importLines("?atomic=true", """
                {"type": "brand", "slug": "munich-shoes", "name": "Munich"}
                {"type": "model", "slug": "munich-shoes-coil-r1", "brand": "munich-shoe", "name": "Coil R1"}
                """)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("conflict"))
                .body("detail", containsString("Nothing was taken in"))
                .body("errors.field", contains("line 2: brand"));
        get("/v1/brands/munich-shoes").then().statusCode(404);
    }

    @Test
    void atomicFileGoesInAtOnce() {
        var place = last();
        importLines("?atomic=true", """
                {"type": "model", "slug": "topper-sport-stadil", "brand": "topper-sport", "name": "Stadil"}
                {"type": "brand", "slug": "topper-sport", "name": "Topper"}
                """)
                .then()
                .statusCode(200)
                .body("atomic", equalTo(true))
                .body("created", equalTo(2))
                .body("problem", nullValue());
        get("/v1/models/topper-sport-stadil").then().statusCode(200);
        assertThat(last()).isEqualTo(place + 2);
    }

    @Test
    void historyOfAReleaseIsTakenInOnce() {
        var file = """
                {"type": "brand", "slug": "mizuno-japan", "name": "Mizuno Japan"}
                {"type": "model", "slug": "mizuno-japan-sky-medal", "brand": "mizuno-japan", "name": "Sky Medal"}
                {"type": "release", "slug": "sky-medal-drop", "model": "mizuno-japan-sky-medal", "region": "JP", "history": [{"status": "confirmed", "day": "2026-05-01", "window": "2026-06", "reason": "Said at a fair."}, {"status": "delayed", "day": "2026-06-20", "window": "2026-09", "reason": "Stuck in a port."}, {"status": "released", "day": "2026-09-12", "reason": "On sale in Osaka."}]}
                """;
        importLines(file).then().body("created", equalTo(3)).body("refused", equalTo(0));
        get("/v1/releases/sky-medal-drop")
                .then()
                .body("status", equalTo("released"))
                .body("releasedOn", equalTo("2026-09-12"));
        get("/v1/releases/sky-medal-drop/history").then().body("items.status", hasItems("delayed", "released"));
        importLines(file).then().body("unchanged", equalTo(3));
    }

    @Test
    void modelsThatNameEachOtherAreBothThere() {
        var file = """
                {"type": "brand", "slug": "rucanor", "name": "Rucanor"}
                {"type": "model", "slug": "rucanor-tokyo-wedge", "brand": "rucanor", "name": "Tokyo Wedge", "related": [{"relation": "successor", "model": "rucanor-tokyo-ginza"}]}
                {"type": "model", "slug": "rucanor-tokyo-ginza", "brand": "rucanor", "name": "Tokyo Ginza", "related": [{"relation": "predecessor", "model": "rucanor-tokyo-wedge"}]}
                """;
        importLines(file).then().body("created", equalTo(3)).body("refused", equalTo(0));
        get("/v1/models/rucanor-tokyo-wedge").then().body("related[0].slug", equalTo("rucanor-tokyo-ginza"));
        importLines(file).then().body("unchanged", equalTo(3));
    }

    @Test
    void copiesAreFoundByTheIdOfTheirLineAndACycleIsRefused() {
        var shoe = """
                {"type": "brand", "slug": "bata-sport", "name": "Bata"}
                {"type": "model", "slug": "bata-sport-topstar", "brand": "bata-sport", "name": "Topstar"}
                {"type": "release", "slug": "bata-sport-topstar-us", "model": "bata-sport-topstar", "region": "US"}
                {"type": "source", "slug": "bata-sport-leaks", "name": "Bata Leaks", "kind": "leaker"}
                {"type": "source", "slug": "bata-sport-daily", "name": "Bata Daily", "kind": "publication"}
                """;
        importLines(shoe + """
                {"type": "rumor", "release": "bata-sport-topstar-us", "source": "bata-sport-daily", "kind": "report", "saidOn": "2026-11-02", "window": "2027-03", "copiesRumor": "first"}
                {"type": "rumor", "id": "first", "release": "bata-sport-topstar-us", "source": "bata-sport-leaks", "kind": "report", "saidOn": "2026-11-01", "window": "2027-03"}
                {"type": "rumor", "id": "a", "release": "bata-sport-topstar-us", "source": "bata-sport-daily", "kind": "speculation", "saidOn": "2026-10-01", "copiesRumor": "b"}
                {"type": "rumor", "id": "b", "release": "bata-sport-topstar-us", "source": "bata-sport-leaks", "kind": "speculation", "saidOn": "2026-10-01", "copiesRumor": "a"}
                """)
                .then()
                .body("created", equalTo(7))
                .body("findings.line", contains(8, 9))
                .body("findings[0].field", equalTo("copiesRumor"))
                .body("findings[0].reason", containsString("copies this one in its turn"));
        get("/v1/releases/bata-sport-topstar-us/rumors")
                .then()
                .body("items.find { it.source.slug == 'bata-sport-daily' }.copiesRumor", notNullValue());
    }
}
