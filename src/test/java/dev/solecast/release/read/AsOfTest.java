package dev.solecast.release.read;

import static dev.solecast.Field.saidOn;
import static dev.solecast.Field.window;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import dev.solecast.release.intake.RumorIntake;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Releases as of a past day: the date was June 2026 at first, and 5 September 2026 after a later rumor. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsOfTest {

    @Inject
    Fixtures fixtures;

    @Inject
    RumorIntake rumors;

    @BeforeAll
    void addReleases() {
        fixtures.brand("onitsuka-tiger", "Onitsuka Tiger");
        fixtures.model("mexico-66", "onitsuka-tiger", "Mexico 66");
        fixtures.brand("onitsuka-deluxe", "Nippon Made");
        fixtures.model("mexico-66-deluxe", "onitsuka-deluxe", "Mexico 66 Deluxe");
        fixtures.source("onitsuka-insider", "leaker");
        fixtures.source("onitsuka-itself", "brand");
        fixtures.release("mexico-66-yellow", "mexico-66");
        claim("mexico-66-yellow", "onitsuka-insider", "report", "2026-01-15", "2026-06");
        claim("mexico-66-yellow", "onitsuka-itself", "official", "2026-05-20", "2026-09-05");
        fixtures.release("mexico-66-later", "mexico-66");
        claim("mexico-66-later", "onitsuka-insider", "report", "2026-08-01", "2026-10");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-15, 2026-06, dated",
        "2026-05-19, 2026-06, dated",
        "2026-05-20, 2026-09-05, dated",
        "2026-11-01, 2026-09-05, overdue"
    })
    void theDateIsTheOneThatWasBelieved(String day, String date, String group) {
        get("/v1/releases/mexico-66-yellow?asOf=" + day)
                .then()
                .body("date.edtf", equalTo(date))
                .body("group", equalTo(group))
                .body("forecast.asOf", equalTo(day));
    }

    @Test
    void beforeAnybodySpokeThereIsNothing() {
        get("/v1/releases/mexico-66-yellow?asOf=2026-01-14")
                .then()
                .body("date", nullValue())
                .body("forecast", nullValue())
                .body("rumors.count", equalTo(0));
        get("/v1/releases?brand=onitsuka-tiger&asOf=2026-01-14").then().body("items", empty());
    }

    @Test
    void aListFiltersAndSortsByWhatWasBelieved() {
        assertThat(
                        slugs(
                                "/v1/releases?brand=onitsuka-tiger&asOf=2026-02-01&from=2026-06-01&to=2026-06-30&match=certain"))
                .containsExactly("mexico-66-yellow");
        assertThat(slugs("/v1/releases?brand=onitsuka-tiger&asOf=2026-06-01&from=2026-06-01&to=2026-06-30"))
                .isEmpty();
        assertThat(slugs("/v1/releases?brand=onitsuka-tiger&asOf=2026-08-01"))
                .containsExactly("mexico-66-yellow", "mexico-66-later");
        assertThat(slugs("/v1/releases?brand=onitsuka-tiger&asOf=2026-08-01&strongestRumor=report"))
                .containsExactly("mexico-66-later");
        assertThat(slugs("/v1/releases?brand=onitsuka-tiger&asOf=2026-08-01&source=onitsuka-itself"))
                .containsExactly("mexico-66-yellow");
        assertThat(slugs("/v1/releases?release=mexico-66-later&asOf=2026-08-01"))
                .containsExactly("mexico-66-later");
        assertThat(slugs("/v1/releases/upcoming?brand=onitsuka-tiger&asOf=2026-09-30"))
                .containsExactly("mexico-66-later", "mexico-66-yellow");
        get("/v1/releases?brand=onitsuka-tiger&asOf=2026-08-01").then().body("today", equalTo("2026-08-01"));
    }

    @Test
    void aListOfThePastHasPagesToo() {
        var first = get("/v1/releases?brand=onitsuka-tiger&asOf=2026-08-01&limit=1&include=total,rumors");
        first.then()
                .body("total", equalTo(2))
                .body("items[0].newestRumors.window.edtf", contains("2026-09-05", "2026-06"));
        assertThat(slugs(first.jsonPath().getString("next"))).containsExactly("mexico-66-later");
    }

    @Test
    void rumorsSaidLaterAreNotShown() {
        get("/v1/releases/mexico-66-yellow/rumors?asOf=2026-05-19")
                .then()
                .body("items.window.edtf", contains("2026-06"));
    }

    @Test
    void asOfADayEqualsTheForecastOfWhatHadBeenSaidByThen() {
        fixtures.release("mexico-66-twin", "mexico-66-deluxe");
        claim("mexico-66-twin", "onitsuka-insider", "report", "2026-01-15", "2026-06");

        var ofBoth = get("/v1/releases/mexico-66-yellow/forecast?asOf=2026-05-19")
                .jsonPath()
                .getList("days");
        var ofTheFirstAlone = get("/v1/releases/mexico-66-twin/forecast?asOf=2026-05-19")
                .jsonPath()
                .getList("days");

        assertThat(ofBoth).isEqualTo(ofTheFirstAlone);
    }

    @Test
    void aRetractionDoesNotReachIntoThePast() {
        fixtures.release("mexico-66-taken-back", "mexico-66-deluxe");
        long mistake = claim("mexico-66-taken-back", "onitsuka-itself", "official", "2026-05-20", "2026-09-05");
        rumors.retract(mistake, "It was the Tokuten.");

        get("/v1/releases/mexico-66-taken-back").then().body("date", nullValue());
        get("/v1/releases/mexico-66-taken-back?asOf=2026-06-01").then().body("date.edtf", equalTo("2026-09-05"));
        get("/v1/releases/mexico-66-taken-back/history")
                .then()
                .body("items.cause", contains("rumor", "retraction"))
                .body("items[0].date.edtf", equalTo("2026-09-05"))
                .body("items[1].date", nullValue())
                .body("items[1].reason", equalTo("It was the Tokuten."));
    }

    @Test
    void theHistoryTellsWhichRumorMovedWhat() {
        get("/v1/releases/mexico-66-yellow/history")
                .then()
                .body("items.day", contains("2026-01-15", "2026-05-20"))
                .body("items.date.edtf", contains("2026-06", "2026-09-05"))
                .body("items.rumor.source.slug", contains("onitsuka-insider", "onitsuka-itself"))
                .body("items[1].forecast.asOf", equalTo("2026-05-20"));
        get("/v1/releases/mexico-66-yellow/history?limit=1").then().body("next", containsString("cursor="));
    }

    @Test
    void whatThisServiceDidNotYetKnowCanBeLeftOut() {
        get("/v1/releases/mexico-66-yellow?asOf=2026-06-01&recordedBy=2026-11-21")
                .then()
                .body("date", nullValue());
        get("/v1/releases/mexico-66-yellow?asOf=2026-06-01&recordedBy=2026-11-22")
                .then()
                .body("date.edtf", equalTo("2026-09-05"));
    }

    @Test
    void aDayToComeIsRefused() {
        get("/v1/releases?asOf=2026-11-23")
                .then()
                .statusCode(400)
                .body("detail", equalTo("asOf: 2026-11-23 has not come yet; it is 2026-11-22 in UTC."));
    }

    private long claim(String release, String source, String kind, String on, String window) {
        return fixtures.rumor(release, source, kind, saidOn(on), window(window));
    }

    private static List<String> slugs(String address) {
        return get(address).then().statusCode(200).extract().jsonPath().getList("items.slug", String.class);
    }
}
