package dev.solecast.entry;

import static dev.solecast.Editor.delete;
import static dev.solecast.Editor.last;
import static dev.solecast.Editor.patch;
import static dev.solecast.Field.aliases;
import static dev.solecast.Field.collaboration;
import static dev.solecast.Field.colorway;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slugs in filters: former ones lead on, and those that never were are told. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SlugParameterTest {

    @Inject
    Fixtures fixtures;

    /** Before each test, because there is no address before the first; once is enough. */
    @BeforeEach
    void addARenamedFamily() {
        if (get("/v1/brands/valsport-new").statusCode() == 200) {
            return;
        }
        fixtures.brand("valsport-old", "Valsport");
        fixtures.model("tournament-old", "valsport-old", "Tournament");
        fixtures.collaborator("backdoor-old", "Backdoor Bottega");
        fixtures.collaboration("backdoor-valsport-old", "tournament-old", "valsport-old", "backdoor-old");
        fixtures.colorway("tournament-bear-old", "tournament-old", collaboration("backdoor-valsport-old"));
        fixtures.source("valsport-itself-old", "brand");
        fixtures.release("tournament-bear-ww", "tournament-old", colorway("tournament-bear-old"));
        fixtures.claim("tournament-bear-ww", "valsport-itself-old", "official", "2027-03-06");
        get("/v1/releases/upcoming?brand=valsport-old").then().statusCode(200).body("items.size()", equalTo(1));
        for (var address : new String[] {
            "/v1/brands/valsport",
            "/v1/models/tournament",
            "/v1/collaborators/backdoor",
            "/v1/collaborations/backdoor-valsport",
            "/v1/colorways/tournament-bear",
            "/v1/sources/valsport-itself"
        }) {
            var slug = address.replaceAll(".*/", "");
            patch(address + "-old", "{\"slug\": \"" + slug + "-new\"}").then().statusCode(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/releases?brand=valsport-old",
                "/v1/releases?model=tournament-old",
                "/v1/releases?collaborator=backdoor-old",
                "/v1/releases?collaboration=backdoor-valsport-old",
                "/v1/releases?colorway=tournament-bear-old",
                "/v1/releases?source=valsport-itself-old",
                "/v1/releases?brand=valsport-new,valsport-old&model=tournament-old",
                "/v1/releases?brand=valsport-old&asOf=2026-11-20",
                "/v1/releases?source=valsport-itself-old&asOf=2026-11-20",
                "/v1/releases/upcoming?brand=valsport-old",
                "/v1/releases/tournament-bear-ww/rumors?source=valsport-itself-old",
                "/v1/models?brand=valsport-old",
                "/v1/collaborators?brand=valsport-old",
                "/v1/collaborators?model=tournament-old",
                "/v1/collaborations?brand=valsport-old",
                "/v1/collaborations?model=tournament-old",
                "/v1/collaborations?collaborator=backdoor-old",
                "/v1/colorways?brand=valsport-old",
                "/v1/colorways?model=tournament-old",
                "/v1/colorways?collaborator=backdoor-old",
                "/v1/colorways?collaboration=backdoor-valsport-old",
                "/v1/feed.json?brand=valsport-old",
            })
    void formerSlugMeansThePresentEntry(String address) {
        get(address).then().statusCode(200).body("items.size()", not(equalTo(0)));
        // Once more, from the cache.
        get(address).then().statusCode(200).body("items.size()", not(equalTo(0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/calendar.ics?brand=valsport-old",
                "/v1/feed.atom?model=tournament-old",
                "/?collaborator=backdoor-old",
                "/v1/changes?colorway=tournament-bear-old&type=release"
            })
    void formerSlugLeadsOnInCalendarsFeedsPagesAndTheLog(String address) {
        assertThat(get(address).then().statusCode(200).extract().asString()).contains("tournament-bear-ww");
    }

    @Test
    void frameOfAFormerSlugIsAPage() {
        get("/embed/drops?brand=valsport-old").then().statusCode(200).body(containsString("brand=\"valsport-old\""));
    }

    /** The cached list of the former slug must follow what happens to the entry. */
    @Test
    void listUnderAFormerSlugFollowsItsEntry() {
        fixtures.brand("topo-old", "Topo");
        fixtures.model("topo-magnifly", "topo-old", "Magnifly");
        patch("/v1/brands/topo-old", "{\"slug\": \"topo-athletic\"}");
        var list = "/v1/models?brand=topo-old";
        get(list).then().body("items.brand.slug", equalTo(List.of("topo-athletic")));
        fixtures.model("topo-ultrafly", "topo-athletic", "Ultrafly");
        get(list).then().body("items.size()", equalTo(2));
        patch("/v1/brands/topo-athletic", "{\"slug\": \"topo-running\"}");
        get(list).then().body("items[0].brand.slug", equalTo("topo-running"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    /v1/releases?brand=valsport-nev | brand | valsport-nev | valsport-new
                    /v1/releases/upcoming?model=tournamentnew | model | tournamentnew | tournament-new
                    /v1/releases?collaborator=backdor-new | collaborator | backdor-new | backdoor-new
                    /v1/releases?collaboration=backdor-valsprt-new | collaboration | backdor-valsprt-new | backdoor-valsport-new
                    /v1/releases?colorway=tournament-baer-new | colorway | tournament-baer-new | tournament-bear-new
                    /v1/releases?source=valsport-itsself-new | source | valsport-itsself-new | valsport-itself-new
                    /v1/releases?brand=valsport-new,valsport | brand | valsport | valsport-new
                    /v1/models?brand=valsportnew | brand | valsportnew | valsport-new
                    /v1/collaborators?brand=vaslport-new | brand | vaslport-new | valsport-new
                    /v1/collaborations?collaborator=backdoor-ne | collaborator | backdoor-ne | backdoor-new
                    /v1/colorways?collaboration=backdoor-vaslport-new | collaboration | backdoor-vaslport-new | backdoor-valsport-new
                    /v1/calendar.ics?brand=valspart-new | brand | valspart-new | valsport-new
                    /v1/feed.atom?brand=valspart-new | brand | valspart-new | valsport-new
                    /v1/feed.json?brand=valspart-new | brand | valspart-new | valsport-new
                    /v1/changes?release=tournament-bear-wv | release | tournament-bear-wv | tournament-bear-ww
                    /v1/changes/stream?model=tournamant-new | model | tournamant-new | tournament-new
                    /v1/releases/tournament-bear-ww/rumors?source=valsport-itself-nev | source | valsport-itself-nev | valsport-itself-new
                    """)
    void slugThatNeverWasIsToldWithTheNearest(String address, String parameter, String slug, String nearest) {
        get(address)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"))
                .body("errors[0].field", equalTo(parameter))
                .body("detail", containsString("there is no " + parameter + " \"" + slug + "\"; did you mean "))
                .body("detail", containsString(nearest));
    }

    @Test
    void slugNearToNothingIsToldToo() {
        get("/v1/releases?brand=zzyzx-quux")
                .then()
                .statusCode(400)
                .body("detail", containsString("there is no brand \"zzyzx-quux\"; look for it"));
    }

    @Test
    void slugMadeOfAnotherNameLeadsToTheEntry() {
        fixtures.brand("le-coq-sportif", "le coq sportif", aliases("LCS"));
        get("/v1/releases?brand=lcs")
                .then()
                .statusCode(400)
                .body("detail", containsString("did you mean le-coq-sportif?"));
    }

    @Test
    void severalSlugsThatNeverWereAreToldAtOnce() {
        get("/v1/releases?brand=valsport-nev&model=tournament-nev")
                .then()
                .statusCode(400)
                .body("errors.size()", equalTo(2));
    }

    @Test
    void deletedEntryIsToldInListsAndLeadsToItsHistoryInTheLog() {
        fixtures.brand("osaga", "Osaga");
        delete("/v1/brands/osaga").then().statusCode(204);
        get("/v1/models?brand=osaga").then().statusCode(400).body("detail", containsString("\"osaga\" was deleted"));
        get("/v1/changes?brand=osaga&after=" + (last() - 2))
                .then()
                .statusCode(200)
                .body("items.kind", equalTo(List.of("created", "deleted")));
    }

    @Test
    void pageForPeopleSaysWhichBrandThereIsNot() {
        given().header("Accept", "text/html")
                .get("/?brand=valsport-nev")
                .then()
                .statusCode(400)
                .contentType("text/html")
                .body(containsString("valsport-new"));
        get("/embed/drops?brand=valsport-nev").then().statusCode(400).contentType("text/html");
    }
}
