package dev.solecast.release.list;

import static dev.solecast.Field.channel;
import static dev.solecast.Field.collaboration;
import static dev.solecast.Field.color;
import static dev.solecast.Field.colors;
import static dev.solecast.Field.colorway;
import static dev.solecast.Field.field;
import static dev.solecast.Field.line;
import static dev.solecast.Field.part;
import static dev.solecast.Field.region;
import static dev.solecast.Field.releasedOn;
import static dev.solecast.Field.retailPrice;
import static dev.solecast.Field.retailer;
import static dev.solecast.Field.retailers;
import static dev.solecast.Field.status;
import static dev.solecast.Field.styleCode;
import static dev.solecast.Field.url;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

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

/** Every filter and every order of the list of releases. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseListTest {

    @Inject
    Fixtures fixtures;

    @BeforeAll
    void addReleases() {
        fixtures.brand("asics", "ASICS");
        fixtures.model("gel-kayano-14", "asics", "GEL-KAYANO 14");
        fixtures.model("gt-2160", "asics", "GT-2160");
        fixtures.collaborator("kiko-kostadinov", "Kiko Kostadinov");
        fixtures.collaboration("kiko-gt-2160", "gt-2160", "asics", "kiko-kostadinov");
        fixtures.colorway(
                "kayano-14-cream",
                "gel-kayano-14",
                styleCode("1201A019-108"),
                line("SportStyle"),
                field("audience", "unisex"),
                colors(color("cream"), color("black", part("heel"))));
        fixtures.source("asics-itself", "brand");
        fixtures.source("asics-insider", "leaker");

        fixtures.release(
                "kayano-14-cream-us",
                "gel-kayano-14",
                region("US"),
                colorway("kayano-14-cream"),
                channel("brand"),
                retailPrice("150.00", "USD"),
                retailers(retailer("ASICS", "online", url("https://asics.example/kayano"))));
        fixtures.claim("kayano-14-cream-us", "asics-itself", "official", "2027-03-06");
        fixtures.release("kayano-14-month", "gel-kayano-14", region("EU"));
        fixtures.claim("kayano-14-month", "asics-insider", "report", "2027-03");
        fixtures.release("kayano-14-year", "gel-kayano-14");
        fixtures.claim("kayano-14-year", "asics-insider", "report", "2027");
        fixtures.release("kayano-14-last-day", "gel-kayano-14");
        fixtures.claim("kayano-14-last-day", "asics-insider", "report", "2027-12-31");
        fixtures.release("kayano-14-open", "gel-kayano-14");
        fixtures.claim("kayano-14-open", "asics-insider", "speculation", "2027-03/..");
        fixtures.release("gt-2160-kiko", "gt-2160", collaboration("kiko-gt-2160"));
        fixtures.rumor("gt-2160-kiko", "asics-insider", "teaser");
        fixtures.release("kayano-14-slipped", "gel-kayano-14");
        fixtures.claim("kayano-14-slipped", "asics-insider", "report", "2026-10");
        fixtures.release("kayano-14-out", "gel-kayano-14", status("released"), releasedOn("2026-09-05"));
        fixtures.claim("kayano-14-out", "asics-itself", "official", "2026-09-05");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    model=gt-2160                                  | gt-2160-kiko
                    collaborator=kiko-kostadinov                   | gt-2160-kiko
                    collaboration=kiko-gt-2160                     | gt-2160-kiko
                    kind=collaboration                             | gt-2160-kiko
                    stage=teased                                   | gt-2160-kiko
                    strongestRumor=teaser                          | gt-2160-kiko
                    colorway=kayano-14-cream                       | kayano-14-cream-us
                    styleCode=1201A019-108                         | kayano-14-cream-us
                    styleCode=1201A019                             |
                    color=cream                                    | kayano-14-cream-us
                    color=black,pink                               | kayano-14-cream-us
                    line=SportStyle                                | kayano-14-cream-us
                    kind=general                                   | kayano-14-cream-us
                    audience=unisex                                | kayano-14-cream-us
                    channel=brand                                  | kayano-14-cream-us
                    priceMin=100&priceMax=150&currency=USD         | kayano-14-cream-us
                    priceMin=150.01&currency=USD                   |
                    priceMax=200&currency=EUR                      |
                    source=asics-itself                            | kayano-14-out kayano-14-cream-us
                    status=released                                | kayano-14-out
                    group=overdue                                  | kayano-14-slipped
                    group=undated                                  | gt-2160-kiko
                    group=overdue,undated                          | kayano-14-slipped gt-2160-kiko
                    region=US&strongestRumor=official              | kayano-14-out kayano-14-cream-us
                    region=DE&from=2027-03-01&to=2027-03-31        | kayano-14-month kayano-14-year kayano-14-open
                    region=WW&status=released                      | kayano-14-out
                    from=2027-03-31&to=2027-04-01                  | kayano-14-month kayano-14-year kayano-14-open
                    from=2027-03-01&to=2027-03-31&match=certain    | kayano-14-cream-us kayano-14-month
                    from=2027-03-01&match=certain                  | kayano-14-cream-us kayano-14-month kayano-14-last-day kayano-14-open
                    to=2026-12-31                                  | kayano-14-out kayano-14-slipped
                    updatedSince=2026-11-22T06:00:01Z              |
                    model=gt-2160,gel-kayano-14&group=undated      | gt-2160-kiko
                    """)
    void aFilterFindsWhatItSays(String query, String expected) {
        assertThat(slugs("/v1/releases?brand=asics&" + query))
                .containsExactly(expected == null ? new String[0] : expected.split(" "));
    }

    @Test
    void byDateAYearStandsAfterItsDaysThenOpenEndsThenUndated() {
        assertThat(slugs("/v1/releases?brand=asics"))
                .containsExactly(
                        "kayano-14-out",
                        "kayano-14-slipped",
                        "kayano-14-cream-us",
                        "kayano-14-month",
                        "kayano-14-last-day",
                        "kayano-14-year",
                        "kayano-14-open",
                        "gt-2160-kiko");
    }

    @Test
    void aMinusSignTurnsTheOrderRound() {
        var upwards = slugs("/v1/releases?brand=asics&sort=date");
        assertThat(slugs("/v1/releases?brand=asics&sort=-date")).containsExactlyElementsOf(upwards.reversed());
    }

    @Test
    void upcomingBeginsWithWhatDropsNextThenOverdueThenUndated() {
        assertThat(slugs("/v1/releases/upcoming?brand=asics"))
                .containsExactly(
                        "kayano-14-cream-us",
                        "kayano-14-month",
                        "kayano-14-last-day",
                        "kayano-14-year",
                        "kayano-14-open",
                        "kayano-14-slipped",
                        "gt-2160-kiko");
        get("/v1/releases/upcoming?brand=asics&include=total&limit=1").then().body("total", equalTo(7));
    }

    @Test
    void aReleaseShowsItsRetailersAndItsPriceAsText() {
        get("/v1/releases/kayano-14-cream-us")
                .then()
                .body("retailPrice.amount", equalTo("150.00"))
                .body("retailPrice.currency", equalTo("USD"))
                .body("retailers[0].name", equalTo("ASICS"))
                .body("retailers[0].method", equalTo("online"))
                .body("colorway.styleCode", equalTo("1201A019-108"));
    }

    @Test
    void rumorsCanBeIncludedToSaveARequest() {
        get("/v1/releases?brand=asics&include=rumors&status=released")
                .then()
                .body("items[0].newestRumors[0].window.edtf", equalTo("2026-09-05"));
        get("/v1/releases/gt-2160-kiko?include=rumors").then().body("newestRumors[0].kind", equalTo("teaser"));
    }

    private static List<String> slugs(String address) {
        return get(address).then().statusCode(200).extract().jsonPath().getList("items.slug", String.class);
    }
}
