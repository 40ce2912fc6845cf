package dev.solecast.release.list;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import dev.solecast.date.Window;
import dev.solecast.http.Slug;
import dev.solecast.release.ReleaseSnapshot;
import dev.solecast.release.ReleaseView;
import dev.solecast.release.Releases;
import dev.solecast.release.derived.ForecastJobs;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read without entities is, to the letter, what the entities say. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CardsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Inject
    Fixtures fixtures;

    @Inject
    ReleaseReader cards;

    @Inject
    Releases releases;

    @Inject
    ForecastJobs jobs;

    @Inject
    EntityManager database;

    @Inject
    ObjectMapper json;

    @Test
    void aCardSaysWhatTheReleaseSaysOnEveryDay() {
        var slugs = spira("spira");

        for (int days : new int[] {0, 1, 99, 100, 101, 130, 250, 400, 800}) {
            var utc = TODAY.plusDays(days);
            for (var slug : slugs) {
                compare(slug, utc, utc);
                compare(slug, utc.plusDays(1), utc);
                compare(slug, utc.minusDays(1), utc);
            }
        }
    }

    @Test
    void whoIsRenamedIsCalledSoAtOnce() {
        spira("hurricane");
        QuarkusTransaction.requiringNew().run(() -> {
            rename("brand", "hurricane");
            rename("model", "hurricane-3d-grid");
            rename("collaborator", "hurricane-bodega");
        });

        assertThat(get("/v1/releases/hurricane-nickname").jsonPath().getString("title"))
                .isEqualTo("hurricane-bodega, renamed x hurricane-extra x hurricane, renamed "
                        + "hurricane-3d-grid, renamed “Elite”");
        compare("hurricane-nickname", TODAY, TODAY);
        compare("hurricane-colors", TODAY, TODAY);
    }

    @Test
    void whatWasToldOfAnotherForecastIsNotToldOfThisOne() {
        spira("endorphin");
        var slug = "endorphin-day";
        for (var change : List.of(
                "forecast_comes = 0.125",
                "forecast_sums = array[500000000, 1000000000]",
                "forecast_first = '2026-11-10'",
                "date_edtf = '2027-04'")) {
            QuarkusTransaction.requiringNew()
                    .run(() -> database.createNativeQuery(
                                    "update release set " + change + " where slug = '" + slug + "'")
                            .executeUpdate());
            compare(slug, TODAY, TODAY);
            assertThat(toldOn(slug)).as(change).isNull();

            jobs.runDaily();

            assertThat(toldOn(slug)).isEqualTo(TODAY);
            compare(slug, TODAY, TODAY);
        }
    }

    private void rename(String table, String slug) {
        database.createNativeQuery("update " + table + " set name = :name where slug = :slug")
                .setParameter("name", slug + ", renamed")
                .setParameter("slug", slug)
                .executeUpdate();
    }

    private Object toldOn(String slug) {
        return database.createNativeQuery("select forecast_day from release where slug = :slug")
                .setParameter("slug", slug)
                .getSingleResultOrNull();
    }

    private void compare(String slug, LocalDate today, LocalDate utc) {
        QuarkusTransaction.requiringNew().run(() -> {
            database.clear();
            var card = cards.of(new Slug(slug), today, utc).orElseThrow().view(null);
            var release = releases.get(new Slug(slug));
            var view = ReleaseView.of(release, ReleaseSnapshot.now(release, today, utc), null);
            assertThat(card).as(slug + " on " + utc).isEqualTo(view);
            assertThat(written(card)).isEqualTo(written(view));
        });
    }

    private String written(ReleaseView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** One of each kind that there is. */
    private List<String> spira(String brand) {
        var model = brand + "-3d-grid";
        fixtures.brand(brand, brand);
        fixtures.model(model, brand, model);
        fixtures.collaborator(brand + "-bodega", brand + "-bodega");
        fixtures.collaborator(brand + "-extra", brand + "-extra");
        fixtures.collaboration(brand + "-twice", model, brand, brand + "-bodega\", \"" + brand + "-extra");
        fixtures.collaboration(brand + "-once", model, brand, brand + "-bodega");
        fixtures.source(brand + "-itself", "brand");
        fixtures.source(brand + "-insider", "leaker");
        fixtures.colorway(
                brand + "-elite",
                model,
                "\"collaboration\": \"" + brand + "-twice\"",
                "\"nickname\": \"Elite\", \"styleCode\": \"S70" + brand + "\"",
                "\"pictures\": [{\"url\": \"https://img.example/1.jpg\", \"width\": 800, \"height\": 600,"
                        + " \"alternativeText\": \"A grey shoe\"}]");
        fixtures.colorway(
                brand + "-grey",
                model,
                "\"colors\": [{\"name\": \"grey\", \"finish\": \"metallic\"}, {\"name\": \"pink\"},"
                        + " {\"name\": \"white\", \"part\": \"tongue\"}]");
        fixtures.colorway(brand + "-plain", model);
        fixtures.release(brand + "-nickname", model, "\"colorway\": \"" + brand + "-elite\"");
        fixtures.release(
                brand + "-colors",
                model,
                "\"colorway\": \"" + brand + "-grey\", \"channel\": \"retailer\", \"region\": \"JP\"",
                "\"launchAt\": \"2027-03-06T10:00:00\", \"launchZone\": \"Asia/Tokyo\"",
                "\"retailPrice\": {\"amount\": \"150.00\", \"currency\": \"USD\"}",
                "\"features\": [{\"name\": \"split sole\", \"certainty\": \"apparent\"}]",
                "\"retailers\": [{\"name\": \"Atmos\", \"method\": \"draw\", \"url\": \"https://atmos.example\","
                        + " \"opensAt\": \"2027-03-01T10:00:00\", \"zone\": \"Asia/Tokyo\"},"
                        + " {\"name\": \"Bodega\", \"method\": \"in-store\"}]");
        fixtures.release(brand + "-plain", model, "\"colorway\": \"" + brand + "-plain\"");
        fixtures.release(brand + "-collaboration", model, "\"collaboration\": \"" + brand + "-once\"");
        for (var slug :
                List.of("-day", "-month", "-open", "-undated", "-silent", "-confirmed", "-released", "-cancelled")) {
            fixtures.release(brand + slug, model);
        }
        fixtures.claim(brand + "-nickname", brand + "-insider", "report", "2027-22");
        fixtures.claim(brand + "-colors", brand + "-itself", "official", "2027-03-06");
        fixtures.claim(brand + "-plain", brand + "-insider", "speculation", "2027-36~");
        fixtures.rumor(brand + "-collaboration", brand + "-itself", "teaser");
        fixtures.claim(brand + "-day", brand + "-itself", "official", "2027-03-01");
        fixtures.claim(brand + "-day", brand + "-insider", "report", "2027-05?");
        fixtures.claim(brand + "-month", brand + "-insider", "report", "2026-10");
        fixtures.claim(brand + "-open", brand + "-insider", "report", "2027-03/..");
        fixtures.rumor(brand + "-undated", brand + "-insider", "sighting");
        for (var slug : List.of("-confirmed", "-released", "-cancelled")) {
            fixtures.claim(brand + slug, brand + "-itself", "retailer-listing", "2026-11");
        }
        QuarkusTransaction.requiringNew().run(() -> {
            var now = Instant.parse("2026-11-22T12:00:00Z");
            releases.get(new Slug(brand + "-confirmed")).confirm(Window.parse("2027-02-13"), "They said so.", now);
            releases.get(new Slug(brand + "-released")).release(LocalDate.of(2026, 11, 20), "Seen in shops.", now);
            releases.get(new Slug(brand + "-cancelled")).cancel("They said so.", now);
        });
        return List.of(
                        "-nickname",
                        "-colors",
                        "-plain",
                        "-collaboration",
                        "-day",
                        "-month",
                        "-open",
                        "-undated",
                        "-silent",
                        "-confirmed",
                        "-released",
                        "-cancelled")
                .stream()
                .map(slug -> brand + slug)
                .toList();
    }
}
