package dev.solecast.entry;

import static dev.solecast.Editor.delete;
import static dev.solecast.Editor.editor;
import static dev.solecast.Editor.last;
import static dev.solecast.Editor.patch;
import static dev.solecast.Editor.post;
import static dev.solecast.Editor.put;
import static dev.solecast.Editor.tag;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** An editor adds, replaces, patches, renames and deletes entries. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class EditingTest {

    @Test
    void brandIsAddedUnderASlugMadeFromItsName() {
        post("/v1/brands", "{\"name\": \"Aimé Léon Løre & Söhne\", \"home\": \"Queens\"}")
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/brands/aime-leon-lore-and-sohne"))
                .header("ETag", startsWith("\"0."))
                .header("Cache-Control", "no-store")
                .body("home", equalTo("Queens"));
        get("/v1/brands/aime-leon-lore-and-sohne").then().statusCode(200).header("ETag", startsWith("\"0."));
    }

    @Test
    void slugOfAnotherIsAConflict() {
        post("/v1/brands", "{\"name\": \"Patrick\"}").then().statusCode(201);
        post("/v1/brands", "{\"name\": \"Patrick\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"))
                .body("detail", containsString("\"patrick\" is there already"));
    }

    @Test
    void nameWithoutLatinLettersNeedsASlug() {
        post("/v1/brands", "{\"name\": \"飞跃\"}").then().statusCode(400).body("errors.field", contains("slug"));
        post("/v1/brands", "{\"name\": \"飞跃\", \"slug\": \"feiyue\"}").then().statusCode(201);
    }

    @Test
    void whatIsReferredToMustBeThere() {
        post("/v1/models", "{\"name\": \"Stabil\", \"brand\": \"etonik\"}")
                .then()
                .statusCode(400)
                .body("errors.field", contains("brand"))
                .body("detail", containsString("there is no brand \"etonik\""));
    }

    @Test
    void patchChangesWhatItNamesAndRemovesWhatIsNull() {
        post("/v1/brands", "{\"name\": \"Avia\", \"home\": \"Portland\", \"aliases\": [\"Avia Sports\"]}");
        patch("/v1/brands/avia", "{\"home\": null, \"knownFor\": \"Cantilever soles\"}")
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"1."))
                .body("home", equalTo(null))
                .body("knownFor", equalTo("Cantilever soles"))
                .body("aliases", contains("Avia Sports"));
    }

    @Test
    void patchOfAnotherMediaTypeIsRefused() {
        post("/v1/brands", "{\"name\": \"Ponya\"}");
        editor().contentType("application/json")
                .header("If-Match", "*")
                .body("{}")
                .patch("/v1/brands/ponya")
                .then()
                .statusCode(415)
                .body("detail", containsString("application/merge-patch+json"));
    }

    @Test
    void replacementLeavesNothingOfWhatWasBefore() {
        post("/v1/brands", "{\"name\": \"LA Gear\", \"home\": \"Los Angeles\"}");
        put("/v1/brands/la-gear", tag("/v1/brands/la-gear"), "{\"name\": \"LA Gear\"}")
                .then()
                .statusCode(200)
                .body("home", equalTo(null))
                .body("slug", equalTo("la-gear"));
    }

    @Test
    void writeWithoutIfMatchIsAskedForIt() {
        post("/v1/brands", "{\"name\": \"Brookfield Shoes\"}");
        editor().contentType("application/merge-patch+json")
                .body("{}")
                .patch("/v1/brands/brookfield-shoes")
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-required"))
                .body("detail", containsString("If-Match"));
        editor().delete("/v1/brands/brookfield-shoes").then().statusCode(428);
    }

    @Test
    void ofTwoEditorsOneWinsAndTheOtherSeesWhatChanged() {
        post("/v1/brands", "{\"name\": \"Pro-Keds\"}");
        var seenByBoth = tag("/v1/brands/pro-keds");
        patch("/v1/brands/pro-keds", seenByBoth, "{\"home\": \"New York\"}")
                .then()
                .statusCode(200);
        patch("/v1/brands/pro-keds", seenByBoth, "{\"home\": \"Boston\"}")
                .then()
                .statusCode(412)
                .body("code", equalTo("precondition-failed"))
                .body("errors.field", contains("home"))
                .body("errors[0].detail", startsWith("was null and is \"New York\" since "));
        get("/v1/brands/pro-keds").then().body("home", equalTo("New York"));
    }

    @Test
    void changeThatChangesNothingLeavesNoTrace() {
        post("/v1/brands", "{\"name\": \"Gola\", \"home\": \"Rossendale\"}");
        var tag = tag("/v1/brands/gola");
        patch("/v1/brands/gola", tag, "{\"home\": \"Rossendale\"}").then().statusCode(200);
        assertThat(tag("/v1/brands/gola")).isEqualTo(tag);
    }

    @Test
    void formerSlugLeadsToThePresentOne() {
        post("/v1/brands", "{\"name\": \"Prospecs\"}");
        patch("/v1/brands/prospecs", "{\"slug\": \"prospecs-footwear\"}").then().statusCode(200);
        given().redirects()
                .follow(false)
                .get("/v1/brands/prospecs")
                .then()
                .statusCode(308)
                .header("Location", "/v1/brands/prospecs-footwear");
        post("/v1/brands", "{\"name\": \"Prospecs\"}")
                .then()
                .statusCode(409)
                .body("detail", containsString("is a former slug of prospecs-footwear"));
        patch("/v1/brands/prospecs-footwear", "{\"slug\": \"prospecs\"}").then().statusCode(200);
        get("/v1/brands/prospecs").then().statusCode(200);
    }

    @Test
    void whatOthersReferToIsNotDeleted() {
        post("/v1/brands", "{\"name\": \"Dunham\"}");
        post("/v1/models", "{\"name\": \"Hotshot\", \"brand\": \"dunham\"}");
        delete("/v1/brands/dunham").then().statusCode(409).body("detail", containsString("model dunham-hotshot"));
        delete("/v1/models/dunham-hotshot").then().statusCode(204);
        get("/v1/models/dunham-hotshot").then().statusCode(410);
        delete("/v1/brands/dunham").then().statusCode(204);
        post("/v1/models", "{\"name\": \"Tiger\", \"brand\": \"dunham\"}")
                .then()
                .statusCode(400)
                .body("errors.field", contains("brand"));
    }

    @Test
    void styleCodeOfAnotherIsAConflictUntilThatIsDeleted() {
        post("/v1/brands", "{\"name\": \"Osiris\"}");
        post("/v1/models", "{\"name\": \"Marana\", \"brand\": \"osiris\"}");
        post(
                        "/v1/colorways",
                        "{\"model\": \"osiris-marana\", \"nickname\": \"Black Gum\", \"styleCode\": \"4101000403 964\"}")
                .then()
                .statusCode(201)
                .body("slug", equalTo("osiris-marana-black-gum"));
        var second = "{\"model\": \"osiris-marana\", \"nickname\": \"Gum\", \"styleCode\": \"4101000403 964\"}";
        post("/v1/colorways", second)
                .then()
                .statusCode(409)
                .body("detail", containsString("is the style code of osiris-marana-black-gum"));
        delete("/v1/colorways/osiris-marana-black-gum");
        post("/v1/colorways", second).then().statusCode(201);
    }

    @Test
    void modelWithColorwaysStaysWithItsBrand() {
        post("/v1/brands", "{\"name\": \"Brooks Heritage\"}");
        post("/v1/brands", "{\"name\": \"Brooks Running\"}");
        post("/v1/models", "{\"brand\": \"brooks-heritage\", \"name\": \"Chariot\"}");
        var colorway = "{\"model\": \"brooks-heritage-chariot\", \"nickname\": \"Original\"}";
        post("/v1/colorways", colorway).then().statusCode(201);
        patch("/v1/models/brooks-heritage-chariot", "{\"brand\": \"brooks-running\"}")
                .then()
                .statusCode(409)
                .body("errors[0].field", equalTo("brand"))
                .body("detail", containsString("colorway brooks-heritage-chariot-original"));
    }

    @Test
    void stageThatAnEditorSetsNeedsAReason() {
        post("/v1/brands", "{\"name\": \"Spalwart\"}");
        post("/v1/collaborators", "{\"name\": \"Hunting World\", \"kind\": \"brand\"}");
        var given = "{\"brand\": \"spalwart\", \"collaborators\": [\"hunting-world\"], \"stage\": \"teased\"%s}";
        post("/v1/collaborations", given.formatted(""))
                .then()
                .statusCode(400)
                .body("errors.field", contains("stageReason"));
        post("/v1/collaborations", given.formatted(", \"stageReason\": \"Seen on a runway.\""))
                .then()
                .statusCode(201)
                .body("slug", equalTo("hunting-world-spalwart"))
                .body("stage", equalTo("teased"));
        patch("/v1/collaborations/hunting-world-spalwart", "{\"stage\": null}")
                .then()
                .body("stage", equalTo("speculated"));
    }

    @Test
    void everyChangeIsInTheLogWithWhoMadeItForEditorsOnly() {
        var before = last();
        post("/v1/brands", "{\"name\": \"Warrior Footwear\", \"home\": \"New York\"}");
        patch("/v1/brands/warrior-footwear", "{\"home\": \"Queens\"}");
        delete("/v1/brands/warrior-footwear");

        get("/v1/changes?type=brand&brand=warrior-footwear&after=" + before)
                .then()
                .body("items.kind", contains("created", "updated", "deleted"))
                .body("items.version", contains(0, 1, 2))
                .body("items[0].fields.name.new", equalTo("Warrior Footwear"))
                .body("items[1].fields.home.old", equalTo("New York"))
                .body("items[1].fields.home.new", equalTo("Queens"))
                .body("items[2].fields.home.new", equalTo(null))
                .body("items[0].actor", equalTo(null));
        editor().get("/v1/changes?after=" + before).then().body("items.actor", hasItem("Ada"));
    }
}
