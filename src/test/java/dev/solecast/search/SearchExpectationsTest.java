package dev.solecast.search;

import static dev.solecast.Field.aliases;
import static dev.solecast.Field.colorway;
import static dev.solecast.Field.line;
import static dev.solecast.Field.nickname;
import static dev.solecast.Field.styleCode;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first hit for a text as people type it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchExpectationsTest {

    @Inject
    Fixtures fixtures;

    @BeforeAll
    void addEntries() {
        fixtures.model("nike-dunk-low", "nike", "Dunk Low");
        fixtures.colorway("nike-dunk-low-panda", "nike-dunk-low", nickname("Panda"), styleCode("DD1391-100"));
        fixtures.colorway(
                "nike-dunk-low-university-blue", "nike-dunk-low", nickname("University Blue"), styleCode("DD1391-102"));
        fixtures.release("nike-dunk-low-panda-us", "nike-dunk-low", colorway("nike-dunk-low-panda"));
        fixtures.colorway(
                "new-balance-9060-sea-salt",
                "new-balance-9060",
                nickname("Sea Salt"),
                styleCode("U9060ECA"),
                line("Made in U.S.A."));
        fixtures.brand("tiger-of-kobe", "Straßenläufer Ørsted");
        fixtures.model("lauefer-ii", "tiger-of-kobe", "Läufer II", aliases("Runner Two"));
        fixtures.collaborator("cecilie-bahnsen", "Cecilie Bahnsen");
        fixtures.collaboration("cecilie-bahnsen-dunk", "nike-dunk-low", "nike", "cecilie-bahnsen");
    }

    @ParameterizedTest(name = "\"{0}\" finds {1} {2} first")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # names, as they are and as they are typed
            new balance                 | brand         | new-balance
            NEW  Balance                | brand         | new-balance
            newbalance                  | brand         | new-balance
            nb                          | brand         | new-balance
            new bal                     | brand         | new-balance
            new                         | brand         | new-balance
            new balnce                  | brand         | new-balance
            kith                        | collaborator  | kith
            kit                         | collaborator  | kith
            ronnie fieg                 | collaborator  | kith
            aime leon dor               | collaborator  | aime-leon-dore
            Aimé Léon Doré              | collaborator  | aime-leon-dore
            amie leon dore              | collaborator  | aime-leon-dore
            ald                         | collaborator  | aime-leon-dore
            joe freshgoods              | collaborator  | joe-freshgoods
            joe fresh goods             | collaborator  | joe-freshgoods
            JoeFreshgoods               | collaborator  | joe-freshgoods
            cecile bahnsen              | collaborator  | cecilie-bahnsen
            # models, with and without their brand
            nb 1000                     | model         | new-balance-1000
            nb1000                      | model         | new-balance-1000
            new balance 1000            | model         | new-balance-1000
            nwe balance 1000            | model         | new-balance-1000
            new balance 100             | model         | new-balance-1000
            1000                        | model         | new-balance-1000
            new balance 1000 sneakers   | model         | new-balance-1000
            dad shoe                    | model         | new-balance-1000
            abzorb                      | model         | new-balance-1000
            2002r                       | model         | new-balance-2002r
            2002 r                      | model         | new-balance-2002r
            air max 95                  | model         | nike-air-max-95
            airmax 95                   | model         | nike-air-max-95
            airmax95                    | model         | nike-air-max-95
            am95                        | model         | nike-air-max-95
            aire max 95                 | model         | nike-air-max-95
            strassenlaufer orsted       | brand         | tiger-of-kobe
            laufer ii                   | model         | lauefer-ii
            runner two                  | model         | lauefer-ii
            # collaborations before their colorways and releases: one answer that leads on to all of them
            joe fresh goods 1000        | collaboration | joe-freshgoods-new-balance-1000
            ald 1000                    | collaboration | aime-leon-dore-new-balance-1000
            1000 kith                   | collaboration | kith-new-balance-1000
            kith x nb 1000              | collaboration | kith-new-balance-1000
            bahnsen dunk                | collaboration | cecilie-bahnsen-dunk
            # colorways by their looks
            pink 1000                   | colorway      | new-balance-1000-pink
            new balance 1000 in pink    | colorway      | new-balance-1000-pink
            metallic grey               | colorway      | new-balance-1000-metallic-grey
            metalic gray                | colorway      | new-balance-1000-metallic-grey
            grey 1000                   | colorway      | new-balance-1000-grey
            dunk low panda              | colorway      | nike-dunk-low-panda
            nike panda                  | colorway      | nike-dunk-low-panda
            9060 made in usa            | colorway      | new-balance-9060-sea-salt
            # style codes: exactly, from their beginning, and never another shoe's
            DD1391-100                  | colorway      | nike-dunk-low-panda
            dd1391 100                  | colorway      | nike-dunk-low-panda
            dd1391100                   | colorway      | nike-dunk-low-panda
            DD1391-102                  | colorway      | nike-dunk-low-university-blue
            DD1391                      | colorway      | nike-dunk-low-panda
            panda dd1391-100            | colorway      | nike-dunk-low-panda
            U9060                       | colorway      | new-balance-9060-sea-salt
            U9060E                      | colorway      | new-balance-9060-sea-salt
            U1000                       | model         | new-balance-1000
            """)
    void comesFirst(String typed, String type, String slug) {
        var hits = given().queryParam("q", typed).get("/v1/search").then().statusCode(200);
        assertThat(List.of(hits.extract().path("items[0].type"), hits.extract().path("items[0].slug")))
                .containsExactly(type, slug);
    }

    @Test
    void styleCodeThatNobodyHasIsNotCorrected() {
        var slugs = slugs("DD1391-101", "colorway");
        assertThat(slugs).doesNotContain("nike-dunk-low-panda", "nike-dunk-low-university-blue");
    }

    @Test
    void releaseFollowsItsColorway() {
        assertThat(slugs("DD1391-100", "colorway,release"))
                .containsExactly("nike-dunk-low-panda", "nike-dunk-low-panda-us");
    }

    @Test
    void typeNarrows() {
        assertThat(slugs("kith", "collaboration,release"))
                .containsExactly("kith-new-balance-1000", "kith-new-balance-1000");
        assertThat(slugs("new balance 1000", "release")).startsWith("new-balance-1000-2024");
    }

    @Test
    void nothingAlikeIsAnEmptyList() {
        assertThat(slugs("zvezda qwrtpl", "brand,model,release")).isEmpty();
    }

    @Test
    void everyTitleIsTheOneThatTheThingItselfShows() {
        for (var q : List.of("new balance 1000", "aime leon dore", "dunk low panda", "metallic grey")) {
            List<String> addresses = given().queryParam("q", q)
                    .queryParam("type", "collaboration,colorway,release")
                    .get("/v1/search")
                    .path("items.address");
            List<String> titles = given().queryParam("q", q)
                    .queryParam("type", "collaboration,colorway,release")
                    .get("/v1/search")
                    .path("items.title");
            assertThat(titles).isNotEmpty();
            assertThat(addresses.stream().map(each -> given().get(each).<String>path("title")))
                    .containsExactlyElementsOf(titles);
        }
    }

    @Test
    void overdueReleaseSaysSo() {
        given().queryParam("q", "1000")
                .get("/v1/search?type=release")
                .then()
                .body("items[0].date.label", org.hamcrest.Matchers.equalTo("2024"))
                .body("items[0].date.overdue", org.hamcrest.Matchers.equalTo(true))
                .body("items[0].brand.name", org.hamcrest.Matchers.equalTo("New Balance"));
    }

    private static List<String> slugs(String q, String types) {
        return given().queryParam("q", q)
                .queryParam("type", types)
                .get("/v1/search")
                .then()
                .statusCode(200)
                .extract()
                .path("items.slug");
    }
}
