package dev.solecast.release;

import static dev.solecast.Field.collaboration;
import static dev.solecast.Field.colorway;
import static dev.solecast.Field.launch;
import static dev.solecast.Field.saidOn;
import static dev.solecast.Field.window;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import dev.solecast.http.problem.Problem;
import dev.solecast.release.intake.RumorIntake;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The date of a release, its counts and the stage of its collaboration follow from its rumors. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ReleaseDateTest {

    @Inject
    Fixtures fixtures;

    @Inject
    RumorIntake rumors;

    @Test
    void theDateIsTheNewestWindowOfTheStrongestKind() {
        addRelease("spalding", "Spalding", "spalding-61", "61");
        fixtures.claim("spalding-61-olive", "spalding-insider", "report", "2027-05-01");
        fixtures.rumor("spalding-61-olive", "spalding-itself", "teaser", window("2027-04"), saidOn("2026-10"));
        fixtures.rumor("spalding-61-olive", "spalding-itself", "teaser", window("2027-06"), saidOn("2026-11-01"));

        get("/v1/releases/spalding-61-olive")
                .then()
                .body("date.edtf", equalTo("2027-06"))
                .body("rumors.count", equalTo(3))
                .body("rumors.sources", equalTo(2))
                .body("rumors.strongest", equalTo("teaser"));
    }

    @Test
    void aRetractedRumorNoLongerCountsButStaysVisible() {
        addRelease("diadora", "Diadora", "n9000", "N9000");
        fixtures.claim("n9000-olive", "diadora-insider", "report", "2027-05");
        long mistake = fixtures.claim("n9000-olive", "diadora-itself", "official", "2027-03-01");
        get("/v1/releases/n9000-olive").then().body("date.edtf", equalTo("2027-03-01"));

        rumors.retract(mistake, "Another shoe was meant.");

        get("/v1/releases/n9000-olive")
                .then()
                .body("date.edtf", equalTo("2027-05"))
                .body("rumors.count", equalTo(1));
        get("/v1/releases/n9000-olive/rumors?kind=official")
                .then()
                .body("items.retracted.reason", contains("Another shoe was meant."));
        assertThatThrownBy(() -> rumors.retract(mistake, "again"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("retracted before");
    }

    @Test
    void rumorsWithoutAWindowGiveNoDate() {
        addRelease("kangaroos", "KangaROOS", "coil-r1", "Coil R1");
        fixtures.rumor("coil-r1-olive", "kangaroos-itself", "official");

        get("/v1/releases/coil-r1-olive")
                .then()
                .body("date", nullValue())
                .body("group", equalTo("undated"))
                .body("rumors.strongest", equalTo("official"));
    }

    @Test
    void theStageOfACollaborationFollowsItsStrongestRumor() {
        fixtures.brand("salomon", "Salomon");
        fixtures.model("xt-6", "salomon", "XT-6");
        fixtures.collaborator("jjjjound", "JJJJound");
        fixtures.collaboration("jjjjound-xt-6", "xt-6", "salomon", "jjjjound");
        fixtures.release("jjjjound-xt-6-first", "xt-6", collaboration("jjjjound-xt-6"));
        fixtures.source("salomon-fans", "community");
        fixtures.source("salomon-itself", "brand");

        fixtures.rumor("jjjjound-xt-6-first", "salomon-fans", "speculation");
        assertStage("speculated");
        fixtures.rumor("jjjjound-xt-6-first", "salomon-fans", "report");
        assertStage("expected");
        fixtures.rumor("jjjjound-xt-6-first", "salomon-fans", "sighting");
        assertStage("teased");
        long official = fixtures.rumor("jjjjound-xt-6-first", "salomon-itself", "official");
        assertStage("confirmed");
        rumors.retract(official, "The account was not theirs.");
        assertStage("teased");
    }

    @Test
    void aLaunchTimeIsALocalTimeFromWhichTheInstantFollows() {
        addRelease("brooks", "Brooks", "chariot", "Chariot");
        fixtures.release("chariot-launch", "chariot", launch("2027-03-14T10:00:00", "America/New_York"));

        get("/v1/releases/chariot-launch")
                .then()
                .body("launch.local", equalTo("2027-03-14T10:00:00"))
                .body("launch.zone", equalTo("America/New_York"))
                .body("launch.instant", equalTo("2027-03-14T14:00:00Z"));
    }

    @Test
    void aReleaseMustFitItsColorwayAndItsCollaboration() {
        addRelease("fila", "Fila", "grant-hill-1", "Grant Hill 1");
        fixtures.model("grant-hill-2", "fila", "Grant Hill 2");
        fixtures.colorway("grant-hill-1-white", "grant-hill-1");

        assertThatThrownBy(() -> fixtures.release("grant-hill-2-white", "grant-hill-2", colorway("grant-hill-1-white")))
                .hasMessage("colorway: grant-hill-1-white is not a colorway of grant-hill-2.");
        assertThatThrownBy(() -> fixtures.release("upcoming", "grant-hill-2")).hasMessageContaining("reserved");
    }

    private void addRelease(String brand, String name, String model, String modelName) {
        fixtures.brand(brand, name);
        fixtures.model(model, brand, modelName);
        fixtures.release(model + "-olive", model);
        fixtures.source(brand + "-insider", "leaker");
        fixtures.source(brand + "-itself", "brand");
    }

    private static void assertStage(String stage) {
        get("/v1/collaborations/jjjjound-xt-6").then().body("stage", equalTo(stage));
    }
}
