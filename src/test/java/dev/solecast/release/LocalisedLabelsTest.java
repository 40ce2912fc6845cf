package dev.solecast.release;

import static dev.solecast.Field.firstAppeared;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

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

/** Labels of a response are in the language that the caller accepts. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalisedLabelsTest {

    @Inject
    Fixtures fixtures;

    @BeforeAll
    void addRelease() {
        fixtures.brand("hummel", "Hummel");
        fixtures.model("hummel-marathona", "hummel", "Marathona", firstAppeared("1990-24"));
        fixtures.source("hummel-press", "brand");
        fixtures.release("hummel-marathona-reissue", "hummel-marathona");
        fixtures.claim("hummel-marathona-reissue", "hummel-press", "official", "2027-21/2027-22");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en-US,en;q=0.9 | en | Spring/Summer 2027          | rumored | 2 November 2026       | Winter 1990/91
                    de-CH          | de | Frühjahr/Sommer 2027        | Gerücht | 2. November 2026      | Winter 1990/91
                    fr, en;q=0.5   | fr | printemps-été 2027          | rumeur  | 2 novembre 2026       | hiver 1990/91
                    es-MX          | es | primavera-verano de 2027    | rumor   | 2 de noviembre de 2026 | invierno de 1990/91
                    ja             | ja | 2027年春夏                   | 噂       | 2026年11月2日           | 1990/91年冬
                    ko             | en | Spring/Summer 2027          | rumored | 2 November 2026       | Winter 1990/91
                    """)
    void everyLabelOfAnAnswerIsInTheLanguageAskedFor(
            String accepted, String language, String date, String status, String said, String appeared) {
        given().header("Accept-Language", accepted)
                .get("/v1/releases?model=hummel-marathona&include=rumors")
                .then()
                .statusCode(200)
                .header("Content-Language", language)
                .body("items[0].date.label", equalTo(date))
                .body("items[0].statusLabel", equalTo(status))
                .body("items[0].newestRumors[0].saidOn.label", equalTo(said))
                .body("items[0].newestRumors[0].window.label", equalTo(date));
        given().header("Accept-Language", accepted)
                .get("/v1/models/hummel-marathona")
                .then()
                .body("firstAppeared.label", equalTo(appeared));
        given().header("Accept-Language", accepted)
                .get("/v1/search?q=hummel marathona&type=release")
                .then()
                .body("items[0].date.label", equalTo(date));
    }

    @Test
    void whatMachinesReadIsTheSameInEveryLanguage() {
        given().header("Accept-Language", "ja")
                .get("/v1/releases/hummel-marathona-reissue")
                .then()
                .body("date.edtf", is("2027-21/2027-22"))
                .body("date.precision", is("interval"))
                .body("status", is("rumored"))
                .body("title", is("Hummel Marathona"));
    }

    @Test
    void problemStaysEnglishAndSaysNothingElse() {
        given().header("Accept-Language", "de")
                .get("/v1/releases/hummel-marathona-reissued")
                .then()
                .statusCode(404)
                .body("title", is("Not found"))
                .header("Content-Language", (String) null);
    }
}
