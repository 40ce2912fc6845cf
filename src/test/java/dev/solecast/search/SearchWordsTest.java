package dev.solecast.search;

import static dev.solecast.Field.aliases;
import static dev.solecast.Field.colorway;
import static dev.solecast.Field.field;
import static dev.solecast.Field.nickname;
import static dev.solecast.Field.releasedOn;
import static dev.solecast.Field.status;
import static dev.solecast.Field.styleCode;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.Editor;
import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that stand in no name as they are typed: parts of a run, plurals, initials, numerals, audiences, years. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchWordsTest {

    @Inject
    Fixtures fixtures;

    @BeforeAll
    void addEntries() {
        fixtures.collaborator("atmos-tokyo", "アトモス東京");
        fixtures.collaborator("mita", "ミタスニーカーズ");
        fixtures.collaborator("kasina-seoul", "카시나서울");
        fixtures.collaborator("carnival-bkk", "คาร์นิวัลกรุงเทพ");
        fixtures.collaborator("sasaki-kutsu", "佐々木靴店");
        fixtures.brand("jordan", "Jordan", aliases("Air Jordan"));
        fixtures.model("jordan-4-retro", "jordan", "Jordan 4 Retro");
        fixtures.model("air-jordan-1-high", "jordan", "Air Jordan 1 High");
        fixtures.colorway("jordan-4-black-cat", "jordan-4-retro", nickname("Black Cat"), styleCode("CU1110-010"));
        fixtures.colorway(
                "jordan-4-bred-gs",
                "jordan-4-retro",
                nickname("Bred Reimagined"),
                styleCode("FQ8213-006"),
                field("audience", "kids"));
        fixtures.colorway("jordan-4-orchid", "jordan-4-retro", nickname("Orchid"), field("audience", "women"));
        fixtures.colorway("jordan-1-chicago", "air-jordan-1-high", nickname("Chicago"), styleCode("DZ5485-612"));
        fixtures.release(
                "jordan-4-black-cat-us",
                "jordan-4-retro",
                colorway("jordan-4-black-cat"),
                status("released"),
                releasedOn("2020-01-22"));
        fixtures.release("jordan-4-orchid-us", "jordan-4-retro", colorway("jordan-4-orchid"));
        fixtures.source("jordan-press", "brand");
        fixtures.claim("jordan-4-orchid-us", "jordan-press", "official", "2031-11");
        fixtures.brand("yeezy", "Yeezy");
        fixtures.model("yeezy-boost-350-v2", "yeezy", "Boost 350 V2");
        fixtures.model("air-max-1-86", "nike", "Air Max 1");
        fixtures.model("nb-m990v6", "new-balance", "990v6", aliases("990"));
        fixtures.colorway("nb-990-grey", "nb-m990v6", nickname("Castlerock"), styleCode("M990GL6"));
        fixtures.model("onitsuka-mexico-66", "new-balance", "Mexico 66 Trial");
        fixtures.colorway("mexico-kill", "onitsuka-mexico-66", nickname("Kill"), styleCode("0391931-01"));
        fixtures.colorway(
                "waffle-two-codes", "air-max-1-86", nickname("Two Codes"), styleCode("315122-111/CW2288-111"));
        fixtures.model("dunk-high-said-twice", "nike", "Nike Dunk Higher");
    }

    @ParameterizedTest(name = "\"{0}\" finds {1} {2} first")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # inside a run that is written without spaces
            アトモス                     | collaborator  | atmos-tokyo
            東京                         | collaborator  | atmos-tokyo
            トモス東                     | collaborator  | atmos-tokyo
            スニーカーズ                 | collaborator  | mita
            ミタ                         | collaborator  | mita
            みた                         | collaborator  | mita
            みたすにーかーず             | collaborator  | mita
            ﾐﾀｽﾆｰｶｰｽﾞ                    | collaborator  | mita
            서울                         | collaborator  | kasina-seoul
            시나                         | collaborator  | kasina-seoul
            กรุงเทพ                      | collaborator  | carnival-bkk
            佐々木                       | collaborator  | sasaki-kutsu
            靴店                         | collaborator  | sasaki-kutsu
            # a plural behind a number
            jordan 4s                    | model         | jordan-4-retro
            air jordan 4's               | model         | jordan-4-retro
            yeezy 350s                   | model         | yeezy-boost-350-v2
            boost 350s                   | model         | yeezy-boost-350-v2
            # initials from the brand to the model
            aj4                          | model         | jordan-4-retro
            j4                           | model         | jordan-4-retro
            aj1                          | model         | air-jordan-1-high
            j4 black cat                 | colorway      | jordan-4-black-cat
            aj4 black cat                | colorway      | jordan-4-black-cat
            black cat aj4s               | colorway      | jordan-4-black-cat
            aj1 chicago                  | colorway      | jordan-1-chicago
            # numerals
            jordan iv                    | model         | jordan-4-retro
            air jordan i                 | model         | air-jordan-1-high
            jordan iv black cat          | colorway      | jordan-4-black-cat
            # style codes as they are shortened, and either of two
            990GL6                       | colorway      | nb-990-grey
            990gl                        | colorway      | nb-990-grey
            391931-01                    | colorway      | mexico-kill
            39193101                     | colorway      | mexico-kill
            00391931                     | colorway      | mexico-kill
            CW2288-111                   | colorway      | waffle-two-codes
            cw2288111                    | colorway      | waffle-two-codes
            315122-111                   | colorway      | waffle-two-codes
            # audiences and years
            kids jordan 4                | colorway      | jordan-4-bred-gs
            jordan 4 gs                  | colorway      | jordan-4-bred-gs
            women's jordan 4             | colorway      | jordan-4-orchid
            wmns jordan 4                | colorway      | jordan-4-orchid
            jordan 4 2020                | colorway      | jordan-4-black-cat
            jordan 4 2031                | colorway      | jordan-4-orchid
            2031 air jordan iv           | colorway      | jordan-4-orchid
            # a title that does not say the brand twice
            nike dunk higher             | model         | dunk-high-said-twice
            dunk higher                  | model         | dunk-high-said-twice
            """)
    void comesFirst(String typed, String type, String slug) {
        var hits = hits(typed);
        assertThat(List.of(hits.getString("items[0].type"), hits.getString("items[0].slug")))
                .containsExactly(type, slug);
        assertThat(hits.getBoolean("complete")).isTrue();
    }

    @ParameterizedTest(name = "\"{0}\" finds {1}, and says that it lacks a word")
    @CsvSource(delimiter = '|', textBlock = """
            Air Jordan 4 Retro Black Cat DD9999-100       | jordan-4-black-cat
            jordan 4 black cat 2019                       | jordan-4-black-cat
            kids jordan 1 chicago                         | jordan-1-chicago
            jordan 4 black cat travis qwrtpl 77123        | jordan-4-black-cat
            """)
    void mostWordsFindWhereAllFindNothing(String typed, String slug) {
        var hits = hits(typed);
        assertThat(hits.getString("items[0].slug")).isEqualTo(slug);
        assertThat(hits.getBoolean("complete")).isFalse();
    }

    @Test
    void halfOfTheWordsAreNotMost() {
        assertThat(hits("atmos-tokyo-01 DZ5485-613").getList("items")).isEmpty();
        assertThat(hits("chicago DZ5485-613").getList("items")).isEmpty();
    }

    @Test
    void modelIsFoundByManyPluralsWithoutItsNeighbors() {
        assertThat(hits("air max 1s").getList("items.slug")).contains("air-max-1-86");
    }

    @Test
    void audienceThatChangesIsFoundAtOnce() {
        fixtures.colorway("jordan-4-infrared", "jordan-4-retro", nickname("Infrared"));
        assertThat(hits("kids infrared jordan 4").getBoolean("complete")).isFalse();
        Editor.patch("/v1/colorways/jordan-4-infrared", "{\"audience\": \"kids\"}")
                .then()
                .statusCode(200);
        assertThat(hits("kids infrared jordan 4").getBoolean("complete")).isTrue();
    }

    @Test
    void manyWordsAreBounded() {
        assertThat(hits("jordan 4 black cat " + "x9 ".repeat(60)).getList("items"))
                .isNotNull();
    }

    private static JsonPath hits(String typed) {
        return given().queryParam("q", typed)
                .get("/v1/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
