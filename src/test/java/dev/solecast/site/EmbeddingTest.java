package dev.solecast.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTML of the calendar, the page for frames, and oEmbed. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class EmbeddingTest {

    @Inject
    SiteFixtures siteFixtures;

    private String home;

    @BeforeEach
    void addReleases() {
        siteFixtures.addOnce();
        home = "http://localhost:" + RestAssured.port;
    }

    @Test
    void calendarIsReadWithoutScriptsToo() {
        var page = given().get("/?brand=mizuno&group=dated").asString().replace("&#x3D;", "=");
        assertThat(page)
                .contains("<a href=\"/releases/mizuno-wave-rider-10-day\"><bdi>Mizuno Wave Rider 10 “Ebony”</bdi></a>")
                .contains("<span>6 March 2027, likely</span>")
                .contains("<option value=\"mizuno\" selected>Mizuno</option>")
                .contains("href=\"/v1/calendar.ics?brand=mizuno&amp;group=dated\"")
                .doesNotContain("wave-rider-10-undated");
    }

    @Test
    void filterWithoutAFieldIsShownAndCanBeTakenAway() {
        assertThat(given().get("/?brand=mizuno&model=mizuno-wave-rider-10")
                        .asString()
                        .replace("&#x3D;", "="))
                .contains("<a href=\"/?brand=mizuno\" data-without=\"model\"><bdi>model: mizuno wave rider 10</bdi>")
                .contains("<input type=\"hidden\" name=\"model\" value=\"mizuno-wave-rider-10\">");
    }

    @Test
    void emptyFieldsOfTheFormAreLeftOutOfTheAddress() {
        given().redirects()
                .follow(false)
                .get("/?brand=mizuno&region=&minConfidence=")
                .then()
                .statusCode(302)
                .header("Location", org.hamcrest.Matchers.endsWith("/?brand=mizuno"));
    }

    @Test
    void filterThatCannotBeUnderstoodIsAPageThatSaysSo() {
        given().get("/?region=xx")
                .then()
                .statusCode(400)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("cannot be understood"), containsString("region"));
    }

    @Test
    void onlyTheFrameMayBeFramed() {
        assertFraming("/embed/drops?brand=mizuno&limit=3", "frame-ancestors *");
        assertFraming("/embed/drops?brnad=mizuno", "frame-ancestors *");
        for (var path : new String[] {
            "/",
            "/releases/mizuno-wave-rider-10-day",
            "/docs/embed",
            "/docs/",
            "/docs/method/",
            "/docs/problems",
            "/v1/brands"
        }) {
            assertFraming(path, "frame-ancestors 'none'");
        }
    }

    @Test
    void frameShowsWhatItsAddressAsksFor() {
        assertThat(given().get("/embed/drops?brand=mizuno&minConfidence=0.5&limit=3&theme=dark&lang=de")
                        .asString())
                .contains("<html lang=\"de\">")
                .contains("brand=\"mizuno\" min-confidence=\"0.5\" limit=\"3\" theme=\"dark\"");
        assertThat(given().get("/embed/drops?release=mizuno-wave-rider-10-day").asString())
                .contains("release=\"mizuno-wave-rider-10-day\"", "theme=\"auto\"", "<html lang=\"en\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "theme=pink", "lang=tlh", "brnad=mizuno", "region=xx", "release=!"})
    void frameRefusesWhatItDoesNotUnderstand(String query) {
        given().get("/embed/drops?" + query)
                .then()
                .statusCode(400)
                .contentType("text/html;charset=UTF-8")
                .body(containsString(query.substring(0, query.indexOf('='))));
    }

    @Test
    void linkToAReleaseIsAFrameOfIt() {
        oEmbed(home + "/releases/mizuno-wave-rider-10-day", "")
                .statusCode(200)
                .contentType("application/json;charset=UTF-8")
                .body("version", equalTo("1.0"))
                .body("type", equalTo("rich"))
                .body("title", equalTo("Mizuno Wave Rider 10 “Ebony”"))
                .body("provider_name", equalTo("Solecast"))
                .body("width", equalTo(640))
                .body("height", equalTo(240))
                .body("thumbnail_url", equalTo(SiteFixtures.PICTURE))
                .body("html", containsString(home + "/embed/drops?release=mizuno-wave-rider-10-day\""));
    }

    @Test
    void linkToTheCalendarKeepsItsFilters() {
        oEmbed(home + "/?brand=mizuno&utm_source=x&view=month", "")
                .statusCode(200)
                .body("html", containsString("src=\"" + home + "/embed/drops?brand=mizuno\""));
    }

    @Test
    void boundsOfWhoAsksAreKept() {
        oEmbed(home + "/releases/mizuno-wave-rider-10-day", "&maxwidth=300&maxheight=100&dnt=1")
                .statusCode(200)
                .body("width", equalTo(300))
                .body("height", equalTo(100))
                .body("thumbnail_url", equalTo(null))
                .body("html", containsString("width=\"300\" height=\"100\""));
        oEmbed(home + "/", "&maxwidth=0").statusCode(400);
    }

    @Test
    void hostileNameStaysTextInTheFrame() {
        oEmbed(home + SiteFixtures.HOSTILE_PATH, "")
                .statusCode(200)
                .body("html", containsString("title=\"Mizuno Sky Medal “&lt;/script&gt;&lt;img"));
    }

    @Test
    void whatIsNotOursOrNotThereIsNotFound() {
        for (var url : new String[] {
            "https://example.org/releases/mizuno-wave-rider-10-day",
            home + ".evil.example/releases/mizuno-wave-rider-10-day",
            home + "/releases/mizuno-wave-rider-10-dya",
            home + "/v1/brands",
            home + "@evil.example/",
            "nonsense"
        }) {
            oEmbed(url, "").statusCode(404).body("code", equalTo("not-found"));
        }
    }

    @Test
    void formatOtherThanJsonIsNotImplemented() {
        oEmbed(home + "/", "&format=xml").statusCode(501).body("code", equalTo("format-not-implemented"));
        oEmbed(home + "/", "&format=json").statusCode(200);
        given().get("/oembed").then().statusCode(400).body("errors[0].field", equalTo("url"));
    }

    private static ValidatableResponse oEmbed(String url, String more) {
        return given().urlEncodingEnabled(false)
                .get("/oembed?url=" + java.net.URLEncoder.encode(url, java.nio.charset.StandardCharsets.UTF_8) + more)
                .then();
    }

    private static void assertFraming(String path, String policy) {
        var headers = given().get(path).headers().getValues("Content-Security-Policy");
        assertThat(headers).as(path).singleElement().asString().endsWith(policy);
    }
}
