package dev.solecast.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a release, for people and for programs that preview and index it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ReleasePageTest {

    private static final Pattern STRUCTURED =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

    @Inject
    SiteFixtures siteFixtures;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void addReleases() {
        siteFixtures.addOnce();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    overdue   | June 2026, overdue
                    undated   | No date yet
                    confirmed | 10 April 2027, confirmed
                    delayed   | delayed to Summer 2027
                    released  | released 7 November 2026
                    cancelled | cancelled
                    """)
    void dateIsSaidAsItIsKnown(String name, String said) {
        assertThat(page(name)).contains("<p class=\"spoken\">" + said + "</p>");
    }

    @ParameterizedTest
    @CsvSource({"day, 6 March 2027", "month, March 2027", "year, 2027"})
    void rumoredDateIsSaidAsSurelyAsItIsForecast(String name, String date) {
        var page = page(name);
        double confidence = given().get("/v1/releases/mizuno-wave-rider-10-" + name)
                .jsonPath()
                .getDouble("forecast.confidence");
        var said = confidence >= 0.8
                ? date + ", very likely"
                : confidence >= 0.5 ? date + ", likely" : confidence >= 0.2 ? "rumored: " + date : date + ", doubtful";
        assertThat(page)
                .contains("<p class=\"spoken\">%s (%d%% chance)</p>".formatted(said, Math.round(confidence * 100)));
    }

    @Test
    void knownDayIsShownWithItsWeekdayAndHour() {
        assertThat(page("day"))
                .contains("<p class=\"number\">6</p>", "March 2027</p>", "Saturday, 10:00 in Tokyo")
                .contains("165.00 USD", "D1GA430001", "https://mizuno.example/wave-rider-10")
                .contains("alt=\"A dark running shoe from the side\"", "width=\"1200\" height=\"900\"");
        assertThat(page("year")).doesNotContain("class=\"number\"");
    }

    @Test
    void whyAndWhoSaysWhatAndHowTheDateMovedAreTold() {
        assertThat(page("day"))
                .contains("Why this date", "weighs ", "mizuno-itself")
                .contains("How the date moved", "March 2027</b> <span>since 2 November 2026")
                .contains("Ebony is next.", "href=\"https://mizuno.example/news\"")
                .contains("<svg class=\"chart\"", "half of the chances lie between");
    }

    @Test
    void releaseThatNobodyAwaitsHasNoForecast() {
        assertThat(page("released")).doesNotContain("class=\"chart\"", "Why this date");
    }

    @Test
    void linksUnfurl() {
        var here = "http://localhost:" + RestAssured.port + "/releases/mizuno-wave-rider-10-day";
        assertThat(page("day"))
                .contains("<link rel=\"canonical\" href=\"" + here + "\">")
                .contains("<meta property=\"og:url\" content=\"" + here + "\">")
                .contains("<meta property=\"og:title\" content=\"Mizuno Wave Rider 10 “Ebony”\">")
                .contains("<meta property=\"og:image\" content=\"" + SiteFixtures.PICTURE + "\">")
                .contains("<meta property=\"og:image:width\" content=\"1200\">")
                .contains("Mizuno Wave Rider 10 “Ebony”: 6 March 2027")
                .contains("application/json+oembed");
    }

    @Test
    void onlyAKnownDayIsToldToMachines() throws Exception {
        var known = structured(page("day"));
        assertThat(known.path("@type").asText()).isEqualTo("Product");
        assertThat(known.path("releaseDate").asText()).isEqualTo("2027-03-06");
        assertThat(known.path("brand").path("name").asText()).isEqualTo("Mizuno");
        assertThat(known.path("offers").path("price").asText()).isEqualTo("165.00");
        assertThat(known.path("sku").asText()).isEqualTo("D1GA430001");
        assertThat(structured(page("released")).path("releaseDate").asText()).isEqualTo("2026-11-07");
        for (var name : new String[] {"month", "year", "overdue", "undated", "delayed", "cancelled"}) {
            assertThat(structured(page(name)).has("releaseDate")).as(name).isFalse();
        }
    }

    @Test
    void hostileNameStaysText() throws Exception {
        var page = given().get(SiteFixtures.HOSTILE_PATH).asString();
        assertThat(page).doesNotContain("<img src=x", "</script><img");
        assertThat(structured(page).path("name").asText())
                .isEqualTo("Mizuno Sky Medal “" + SiteFixtures.HOSTILE.replace("\u202E", "") + "”");
        var head = page.substring(0, page.indexOf("</head>"));
        assertThat(head)
                .doesNotContain("\u202E")
                .contains("og:title\" content=\"Mizuno Sky Medal “&lt;/script&gt;&lt;img");
        var body = page.substring(page.indexOf("<body>"));
        assertThat(body.replaceAll("<bdi>[^<]*</bdi>", "")).doesNotContain("\u202E");
    }

    @Test
    void picturesOfOthersAreTheOnlyThingThatMayBeLoadedFromElsewhere() {
        var answer = given().get("/releases/mizuno-wave-rider-10-day");
        assertThat(answer.headers().getValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https:; "
                        + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        answer.then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "strict-origin-when-cross-origin");
        assertThat(answer.asString()).doesNotContain(" style=", "<style", " onclick", " onload");
    }

    @Test
    void pageIsNotSentAgainToWhoHasIt() {
        var tag = given().get("/releases/mizuno-wave-rider-10-day").header("ETag");
        given().header("If-None-Match", tag)
                .get("/releases/mizuno-wave-rider-10-day")
                .then()
                .statusCode(304);
    }

    @Test
    void whatOthersAddToALinkIsIgnored() {
        given().get("/releases/mizuno-wave-rider-10-day?fbclid=x&utm_source=")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/releases/mizuno-wave-rider-10-dya", "/releases/Nope!"})
    void unknownReleaseIsAPageThatHelps(String path) {
        var answer = given().get(path);
        assertThat(answer.statusCode()).isIn(400, 404);
        answer.then().contentType("text/html;charset=UTF-8").header("Cache-Control", "no-store");
        assertThat(answer.asString()).contains("No such release", "href=\"/\"");
    }

    @Test
    void wordsOfAnUnknownAddressAreLookedFor() {
        assertThat(given().get("/releases/mizuno-wave-rider-10-dya").asString())
                .contains("<solecast-search words=\"mizuno wave rider 10 dya\">");
    }

    @Test
    void addressThatDoesNotExistIsAPageForBrowsersAndAProblemForPrograms() {
        given().accept("text/html,*/*;q=0.8")
                .get("/sneakers")
                .then()
                .statusCode(404)
                .contentType("text/html;charset=UTF-8");
        given().accept("*/*").get("/sneakers").then().statusCode(404).contentType("application/problem+json");
        given().accept("text/html,*/*;q=0.8")
                .get("/v1/releases/nope")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void retiredSlugLeadsOnAndDeletedReleaseSaysSo() throws SQLException {
        run(
                "insert into retired_slug (resource, slug, target_id, retired_at) select 'release', 'mizuno-rider', id, now() "
                        + "from release where slug = 'mizuno-wave-rider-10-day'");
        given().redirects()
                .follow(false)
                .get("/releases/mizuno-rider?x=y")
                .then()
                .statusCode(308)
                .header("Location", "/releases/mizuno-wave-rider-10-day?x=y");
        run("insert into release (slug, model_id, region, status, created_at, updated_at, deleted_at) "
                + "select 'mizuno-sample', id, 'WW', 'rumored', now(), now(), now() from model "
                + "where slug = 'mizuno-wave-rider-10'");
        Response gone = given().get("/releases/mizuno-sample");
        gone.then().statusCode(410).contentType("text/html;charset=UTF-8");
        assertThat(gone.asString()).contains("This release was deleted");
    }

    private static String page(String name) {
        var answer = given().get("/releases/mizuno-wave-rider-10-" + name);
        answer.then().statusCode(200).contentType("text/html;charset=UTF-8");
        return answer.asString();
    }

    private static JsonNode structured(String page) throws Exception {
        var found = STRUCTURED.matcher(page);
        assertThat(found.find()).isTrue();
        return new ObjectMapper().readTree(found.group(1));
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
