package dev.solecast.release.read;

import static dev.solecast.Field.copiesSource;
import static dev.solecast.Field.saidOn;
import static dev.solecast.Field.since;
import static dev.solecast.Field.window;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import dev.solecast.release.intake.RumorIntake;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forecast in the API, for the shipped catalogue and for releases added here. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ForecastOfReleaseTest {

    @Inject
    Fixtures fixtures;

    @Inject
    RumorIntake rumors;

    @Test
    void theTeaserIsBelievedMoreThanTheReportAndThatMoreThanTheHope() {
        double teased = happens("aime-leon-dore-new-balance-1000");
        double reported = happens("joe-freshgoods-new-balance-1000");
        double hopedFor = happens("kith-new-balance-1000");

        assertThat(teased).isGreaterThan(reported);
        assertThat(reported).isGreaterThan(hopedFor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aime-leon-dore", "joe-freshgoods", "kith"})
    void withoutANamedDateTheForecastIsBroadAndSaysSo(String collaborator) {
        get("/v1/releases/" + collaborator + "-new-balance-1000?asOf=2024-03-01")
                .then()
                .body("date", nullValue())
                .body("forecast.broad", equalTo(true))
                .body("forecast.confidence", nullValue());
        get("/v1/releases/" + collaborator + "-new-balance-1000/forecast?asOf=2024-03-01")
                .then()
                .body("why[0].reason", containsString("a broad guess"))
                .body("evidence", equalTo("1 post, 1 origin"));
    }

    @Test
    void theComebackDueIn2024IsNotForecastForNewYearsDay() {
        get("/v1/releases/new-balance-1000-2024?asOf=2024-03-01")
                .then()
                .body("date.edtf", equalTo("2024"))
                .body("forecast.broad", equalTo(false))
                .body("forecast.summary.edtf", equalTo("2024"))
                .body("forecast.likeliest", equalTo("2024-08-05"));
    }

    @Test
    void theDaysSumToHappensAndWithUnresolvedToOne() {
        var forecast = forecast("/v1/releases/new-balance-1000-2024/forecast?asOf=2024-03-01&by=2024-12-31");
        var days = forecast.getList("days.chance", Double.class);

        double sum = days.stream().mapToDouble(Double::doubleValue).sum();
        assertThat(sum).isCloseTo(forecast.getDouble("happens"), within(1e-9));
        assertThat(sum + forecast.getDouble("unresolved")).isCloseTo(1, within(1e-9));
        assertThat(forecast.getString("days[0].date")).isGreaterThanOrEqualTo("2024-03-01");
        double byTheEndOf2024 =
                days.subList(0, 306).stream().mapToDouble(Double::doubleValue).sum();
        assertThat(forecast.getString("days[305].date")).isEqualTo("2024-12-31");
        assertThat(forecast.getDouble("by.chance")).isCloseTo(byTheEndOf2024, within(1e-9));
    }

    @Test
    void copiesAreShownAsCopiesAndChangeNothing() {
        addRelease("merrell", "Merrell", "merrell-moab-speed");
        fixtures.claim("merrell-moab-speed-black", "merrell-insider", "report", "2027-03");
        var before = forecast("/v1/releases/merrell-moab-speed-black/forecast").getList("days");
        for (var copier : List.of("merrell-blog", "merrell-forum", "merrell-fan")) {
            fixtures.source(copier, "community");
            fixtures.rumor(
                    "merrell-moab-speed-black", copier, "report", window("2027-03"), copiesSource("merrell-insider"));
        }

        var after = forecast("/v1/releases/merrell-moab-speed-black/forecast");

        assertThat(after.getList("days")).isEqualTo(before);
        assertThat(after.getString("evidence")).isEqualTo("4 posts, 1 origin");
        assertThat(after.getList("why.role")).containsExactly("speaks", "repeats", "repeats", "repeats");
        assertThat(after.getString("why[1].reason")).isEqualTo("Adds nothing: has it from merrell-insider.");
    }

    @Test
    void retractingARumorGivesTheForecastWithoutIt() {
        addRelease("ecco", "ECCO", "ecco-biom");
        fixtures.claim("ecco-biom-black", "ecco-insider", "report", "2027-03");
        var before = forecast("/v1/releases/ecco-biom-black/forecast").getMap("");
        long other = fixtures.claim("ecco-biom-black", "ecco-itself", "official", "2027-09-01");
        assertThat(forecast("/v1/releases/ecco-biom-black/forecast").getMap("")).isNotEqualTo(before);

        rumors.retract(other, "It was about the Biom 2.");

        assertThat(forecast("/v1/releases/ecco-biom-black/forecast").getMap("")).isEqualTo(before);
    }

    @Test
    void withoutARumorThereIsNoForecast() {
        addRelease("keen", "KEEN", "keen-jasper");

        get("/v1/releases/keen-jasper-black").then().body("forecast", nullValue());
        get("/v1/releases/keen-jasper-black/forecast")
                .then()
                .statusCode(404)
                .body(
                        "detail",
                        equalTo("There is no forecast of \"keen-jasper-black\" on 2026-11-22: "
                                + "nothing had been said about it."));
    }

    @Test
    void listsFilterAndSortByWhatTheForecastSays() {
        addRelease("on-running", "On", "on-cloud-6");
        fixtures.claim("on-cloud-6-black", "on-running-itself", "official", "2027-02-06");
        fixtures.release("on-cloud-6-white", "on-cloud-6");
        fixtures.claim("on-cloud-6-white", "on-running-insider", "speculation", "2026-12-01");
        fixtures.release("on-cloud-6-green", "on-cloud-6");
        fixtures.rumor("on-cloud-6-green", "on-running-insider", "report");

        assertThat(slugs("/v1/releases?brand=on-running&minConfidence=0.3")).containsExactly("on-cloud-6-black");
        assertThat(slugs("/v1/releases?brand=on-running&from=2027-02-01&to=2027-03-31&match=likely"))
                .containsExactly("on-cloud-6-black");
        var byDay = slugs("/v1/releases?brand=on-running&sort=likeliest");
        var days = get("/v1/releases?brand=on-running&sort=likeliest")
                .jsonPath()
                .<String>getList("items.forecast.likeliest");
        assertThat(byDay).hasSize(3);
        assertThat(days).isSorted();
        assertThat(slugs("/v1/releases?brand=on-running&sort=-likeliest")).isEqualTo(byDay.reversed());
    }

    @Test
    void aQuestionAboutADayBeforeTheForecastIsRefused() {
        get("/v1/releases/new-balance-1000-2024/forecast?by=2026-11-21")
                .then()
                .statusCode(400)
                .body(
                        "detail",
                        equalTo("by: 2026-11-21 is before the day of the forecast, 2026-11-22; ask for a later one."));
    }

    @Test
    void aRumorFromTheFutureOrFromBeforeItsSourceIsRefused() {
        addRelease("topo", "Topo", "topo-phantom");
        assertThatThrownBy(() -> fixtures.rumor("topo-phantom-black", "topo-itself", "report", saidOn("2026-12")))
                .hasMessage("saidOn: 2026-12 has not come yet; it is 2026-11-22 where it is latest.");
        fixtures.source("topo-young-blog", "publication", since("2020-01-01"));
        assertThatThrownBy(() -> fixtures.rumor("topo-phantom-black", "topo-young-blog", "report", saidOn("2019")))
                .hasMessage("saidOn: 2019 is before topo-young-blog existed, which is since 2020-01-01.");
    }

    @Test
    void aRumorOfAMonthNotYetOverCountsFromTheDayItWasRecorded() {
        addRelease("altra", "Altra", "altra-lone-peak");
        fixtures.rumor("altra-lone-peak-black", "altra-itself", "official", saidOn("2026-11"), window("2027-01"));

        get("/v1/releases/altra-lone-peak-black").then().body("date.edtf", equalTo("2027-01"));
        get("/v1/releases/altra-lone-peak-black/history").then().body("items.day", contains("2026-11-22"));
    }

    private void addRelease(String brand, String name, String model) {
        fixtures.brand(brand, name);
        fixtures.model(model, brand, model);
        fixtures.release(model + "-black", model);
        fixtures.source(brand + "-insider", "leaker");
        fixtures.source(brand + "-itself", "brand");
    }

    private static double happens(String slug) {
        return get("/v1/releases/" + slug + "?asOf=" + LocalDate.of(2024, 3, 1))
                .jsonPath()
                .getDouble("forecast.happens");
    }

    private static JsonPath forecast(String address) {
        var json = get(address).then().statusCode(200).extract().jsonPath();
        return json.using(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));
    }

    private static List<String> slugs(String address) {
        return get(address).then().statusCode(200).extract().jsonPath().getList("items.slug", String.class);
    }
}
