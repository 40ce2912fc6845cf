package dev.solecast.release.list;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** It is 06:00 UTC on 22 November 2026, when it is still the 21st in Los Angeles. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class TodayTest {

    @Inject
    Fixtures fixtures;

    @Test
    void todayIsTheDayInTheZoneAskedForAndTheAnswerSaysWhichItTook() {
        fixtures.brand("ponto", "Ponto");
        fixtures.model("ponto-shadow-6000", "ponto", "Shadow 6000");
        fixtures.release("shadow-6000-november", "ponto-shadow-6000");
        fixtures.source("ponto-itself", "brand");
        fixtures.claim("shadow-6000-november", "ponto-itself", "official", "2026-11-21");

        get("/v1/releases/upcoming?brand=ponto")
                .then()
                .body("today", equalTo("2026-11-22"))
                .body("items.group", contains("overdue"))
                .body("items.date.overdue", contains(true))
                .body("items.date.earliest", contains("2026-11-21"));
        get("/v1/releases/upcoming?brand=ponto&tz=America/Los_Angeles")
                .then()
                .body("today", equalTo("2026-11-21"))
                .body("items.group", contains("dated"))
                .body("items.date.earliest", contains("2026-11-21"));
        get("/v1/releases/shadow-6000-november?tz=America/Los_Angeles").then().body("group", equalTo("dated"));
    }
}
