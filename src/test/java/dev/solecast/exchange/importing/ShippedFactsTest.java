package dev.solecast.exchange.importing;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the shipped catalog contains the twelve facts about the New Balance 1000 and no more. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ShippedFactsTest {

    @Test
    void fact1TheBrandIsFromBostonAndRevivesForgottenModels() {
        get("/v1/brands/new-balance")
                .then()
                .body("name", equalTo("New Balance"))
                .body("home", equalTo("Boston"))
                .body("knownFor", equalTo("Reviving forgotten models"))
                .body("citations[0].publication", equalTo("Highsnobiety"));
        get("/v1/models/new-balance-1000")
                .then()
                .body("related[0].relation", equalTo("earlier-revival"))
                .body("related[0].name", equalTo("2002R"));
    }

    @Test
    void fact2TheModelIsAChunkyRunnerOf1999() {
        get("/v1/models/new-balance-1000")
                .then()
                .body("brand.name", equalTo("New Balance"))
                .body("firstAppeared.edtf", equalTo("1999"))
                .body("category", equalTo("running"))
                .body("styles", contains("chunky runner", "dad shoe"))
                .body("appearances", contains("One of the brand's old running commercials"))
                .body("citations[0].fields", hasItem("firstAppeared"));
    }

    @Test
    void fact3TheComebackIsDueIn2024AndNoCloser() {
        get("/v1/releases/new-balance-1000-2024")
                .then()
                .body("date.edtf", equalTo("2024"))
                .body("date.precision", equalTo("year"))
                .body("collaboration", nullValue())
                .body("colorway", nullValue())
                .body("rumors.strongest", equalTo("report"));
        get("/v1/releases/new-balance-1000-2024/rumors")
                .then()
                .body("items.source.slug", contains("highsnobiety"))
                .body("items[0].saidOn.edtf", equalTo("2024-02~"))
                .body(
                        "items[0].statement",
                        equalTo("The 1000 returns in 2024, in general-release colorways and in collaborations."));
    }

    @Test
    void fact4SantisTeasedAMetallicGreyOne() {
        get("/v1/colorways/new-balance-1000-metallic-grey")
                .then()
                .body("colors[0].name", equalTo("grey"))
                .body("colors[0].finish", equalTo("metallic"))
                .body("materials.name", contains("Lustrous panels", "Mesh underlays"))
                .body("materials.certainty", contains("stated", "apparent"))
                .body("reminiscentOf.name", equalTo("Nike Air Max 95"))
                .body("strongestRumor.kind", equalTo("teaser"))
                .body("strongestRumor.saidOn", equalTo("2024-01/2024-02"));
        get("/v1/sources/teddy-santis").then().body("role", equalTo("Creative director of New Balance Made in U.S.A."));
        get("/v1/brands/new-balance")
                .then()
                .body("lines[0].name", equalTo("Made in U.S.A."))
                .body("lines[0].creativeDirector", equalTo("Teddy Santis"));
        get("/v1/releases/new-balance-1000-metallic-grey/rumors")
                .then()
                .body("items[0].source.name", equalTo("Teddy Santis"))
                .body("items[0].via.name", equalTo("Highsnobiety"))
                .body("items[0].window", nullValue());
    }

    @Test
    void fact5TheLookIsKeptAndBetterMaterialsAreOnlyAssumed() {
        get("/v1/releases/new-balance-1000-2024")
                .then()
                .body("features.name", contains("The original's look, thick sole included", "Improved materials"))
                .body("features.certainty", contains("stated", "assumed"));
    }

    @Test
    void fact6TheSoleHasAbzorb() {
        get("/v1/models/new-balance-1000")
                .then()
                .body("technologies[0].name", equalTo("ABZORB"))
                .body("technologies[0].purpose", equalTo("Cushioning in the sole"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"white", "blue", "grey", "pink"})
    void fact7GeneralReleasesSurfacedInFourColors(String color) {
        get("/v1/colorways?model=new-balance-1000&strongestRumor=sighting&color=" + color)
                .then()
                .body("items", org.hamcrest.Matchers.hasSize(1))
                .body("items[0].kind", equalTo("general"))
                .body("items[0].collaboration", nullValue())
                .body("items[0].styleCode", nullValue())
                .body("items[0].strongestRumor.saidOn", equalTo("2024-02"))
                .body("items[0].strongestRumor.window", nullValue());
    }

    @Test
    void fact8AimeLeonDoreTeasedItsOwn() {
        get("/v1/colorways/aime-leon-dore-new-balance-1000")
                .then()
                .body("colors[0].name", equalTo("cream"))
                .body("colors[0].part", equalTo("tongue"))
                .body("nickname", nullValue());
        get("/v1/releases/aime-leon-dore-new-balance-1000/rumors")
                .then()
                .body("items.kind", contains("teaser"))
                .body("items[0].source.name", equalTo("Aimé Leon Dore"))
                .body("items[0].saidOn.edtf", equalTo("/2024-02~"))
                .body("items[0].window", nullValue());
    }

    @Test
    void fact9JoeFreshgoodsIsExpected() {
        get("/v1/collaborators/joe-freshgoods")
                .then()
                .body("kind", equalTo("person"))
                .body("profession", equalTo("Designer"))
                .body("home", equalTo("Chicago"))
                .body("earlierModels.name", containsInAnyOrder("9060", "993"));
    }

    @Test
    void fact10KithIsOnlyHopedFor() {
        get("/v1/collaborators/kith")
                .then()
                .body("kind", equalTo("brand"))
                .body("people", contains("Ronnie Fieg"))
                .body("partners.slug", contains("new-balance"));
        get("/v1/releases/kith-new-balance-1000")
                .then()
                .body("rumors.strongest", equalTo("speculation"))
                .body("date", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"aime-leon-dore, teased, teaser", "joe-freshgoods, expected, report", "kith, speculated, speculation"})
    void facts8To10AreToldApart(String collaborator, String stage, String strongest) {
        get("/v1/collaborations?model=new-balance-1000&collaborator=" + collaborator)
                .then()
                .body("items.stage", contains(stage))
                .body("items.strongestRumor.kind", contains(strongest));
        assertThat(slugs("/v1/collaborations?model=new-balance-1000&stage=" + stage))
                .containsExactly(collaborator + "-new-balance-1000");
        assertThat(slugs("/v1/releases?model=new-balance-1000&stage=" + stage))
                .containsExactly(collaborator + "-new-balance-1000");
    }

    @Test
    void exactlyThreeCollaborationsAreOnTheModel() {
        assertThat(slugs("/v1/collaborations?model=new-balance-1000"))
                .containsExactly(
                        "aime-leon-dore-new-balance-1000", "joe-freshgoods-new-balance-1000", "kith-new-balance-1000");
    }

    @Test
    void fact11MoreWithAimeLeonDoreIsAssumed() {
        get("/v1/collaborations/aime-leon-dore-new-balance")
                .then()
                .body("model", nullValue())
                .body("stage", equalTo("speculated"))
                .body(
                        "stageReason",
                        equalTo("Further collaborations are assumed, as Teddy Santis leads the Made in U.S.A. line"))
                .body("strongestRumor", nullValue());
    }

    @Test
    void fact12WhichComesFirstIsUnknown() {
        get("/v1/models/new-balance-1000")
                .then()
                .body("openQuestions", contains("Which collaborator's pair comes first?"));
        get("/v1/releases?model=new-balance-1000&kind=collaboration").then().body("items.date", everyItem(nullValue()));
    }

    @Test
    void theComebackIsPossibleInMarch2024ButNotCertain() {
        assertThat(slugs("/v1/releases?model=new-balance-1000&from=2024-03-01&to=2024-03-31&match=possible"))
                .containsExactly("new-balance-1000-2024");
        assertThat(slugs("/v1/releases?model=new-balance-1000&from=2024-03-01&to=2024-03-31&match=certain"))
                .isEmpty();
    }

    @Test
    void todayTheComebackIsOverdueAndTheCollaborationsAreUndated() {
        assertThat(slugs("/v1/releases/upcoming?model=new-balance-1000&group=overdue"))
                .containsExactly("new-balance-1000-2024");
        assertThat(slugs("/v1/releases/upcoming?model=new-balance-1000&group=undated&kind=collaboration"))
                .containsExactlyInAnyOrder(
                        "aime-leon-dore-new-balance-1000", "joe-freshgoods-new-balance-1000", "kith-new-balance-1000");
    }

    @Test
    void nothingWasInvented() {
        get("/v1/colorways?model=new-balance-1000")
                .then()
                .body("items.styleCode", everyItem(nullValue()))
                .body("items.nickname", everyItem(nullValue()))
                .body("items.line", everyItem(nullValue()))
                .body("items.pictures", everyItem(is(empty())));
        get("/v1/releases?model=new-balance-1000")
                .then()
                .body("items.retailPrice", everyItem(nullValue()))
                .body("items.launch", everyItem(nullValue()))
                .body("items.releasedOn", everyItem(nullValue()))
                .body("items.status", everyItem(equalTo("rumored")))
                .body("items.findAll { it.date != null }.slug", contains("new-balance-1000-2024"));
    }

    @Test
    void everythingSaysWhereItIsFrom() {
        for (var list : List.of("brands/new-balance", "models/new-balance-1000", "collaborators/kith")) {
            get("/v1/" + list)
                    .then()
                    .body(
                            "citations.title",
                            everyItem(equalTo("New Balance Is Back With Another Solid Sneaker Revival")))
                    .body("citations.author", everyItem(equalTo("Morgan Smith")))
                    .body("citations.publishedOn", everyItem(equalTo("2024-02~")))
                    .body("citations", notNullValue());
        }
    }

    private static List<String> slugs(String address) {
        return get(address).then().statusCode(200).extract().jsonPath().getList("items.slug", String.class);
    }
}
