package dev.solecast.release.list;

import static dev.solecast.Field.channel;
import static dev.solecast.Field.collaboration;
import static dev.solecast.Field.color;
import static dev.solecast.Field.colors;
import static dev.solecast.Field.colorway;
import static dev.solecast.Field.feature;
import static dev.solecast.Field.features;
import static dev.solecast.Field.finish;
import static dev.solecast.Field.launch;
import static dev.solecast.Field.nickname;
import static dev.solecast.Field.opens;
import static dev.solecast.Field.part;
import static dev.solecast.Field.picture;
import static dev.solecast.Field.pictures;
import static dev.solecast.Field.region;
import static dev.solecast.Field.retailPrice;
import static dev.solecast.Field.retailer;
import static dev.solecast.Field.retailers;
import static dev.solecast.Field.styleCode;
import static dev.solecast.Field.url;
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

/** A release read by SQL projection equals, as an object and as JSON, the view of its entity. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ReleaseReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Inject
    Fixtures fixtures;

    @Inject
    ReleaseReader reader;

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
        var slugs = addReleases("spira");

        for (int days : new int[] {0, 1, 99, 100, 101, 130, 250, 400, 800}) {
            var utc = TODAY.plusDays(days);
            for (var slug : slugs) {
                assertSameAsEntity(slug, utc, utc);
                assertSameAsEntity(slug, utc.plusDays(1), utc);
                assertSameAsEntity(slug, utc.minusDays(1), utc);
            }
        }
    }

    @Test
    void whoIsRenamedIsCalledSoAtOnce() {
        addReleases("hurricane");
        QuarkusTransaction.requiringNew().run(() -> {
            rename("brand", "hurricane");
            rename("model", "hurricane-3d-grid");
            rename("collaborator", "hurricane-bodega");
        });

        assertThat(get("/v1/releases/hurricane-nickname").jsonPath().getString("title"))
                .isEqualTo("hurricane-bodega, renamed x hurricane-extra x hurricane, renamed "
                        + "hurricane-3d-grid, renamed “Elite”");
        assertSameAsEntity("hurricane-nickname", TODAY, TODAY);
        assertSameAsEntity("hurricane-colors", TODAY, TODAY);
    }

    @Test
    void whatWasToldOfAnotherForecastIsNotToldOfThisOne() {
        addReleases("endorphin");
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
            assertSameAsEntity(slug, TODAY, TODAY);
            assertThat(forecastDay(slug)).as(change).isNull();

            jobs.runDaily();

            assertThat(forecastDay(slug)).isEqualTo(TODAY);
            assertSameAsEntity(slug, TODAY, TODAY);
        }
    }

    private void rename(String table, String slug) {
        database.createNativeQuery("update " + table + " set name = :name where slug = :slug")
                .setParameter("name", slug + ", renamed")
                .setParameter("slug", slug)
                .executeUpdate();
    }

    private Object forecastDay(String slug) {
        return database.createNativeQuery("select forecast_day from release where slug = :slug")
                .setParameter("slug", slug)
                .getSingleResultOrNull();
    }

    private void assertSameAsEntity(String slug, LocalDate today, LocalDate utc) {
        QuarkusTransaction.requiringNew().run(() -> {
            database.clear();
            var projected =
                    reader.find(new Slug(slug), today, utc).orElseThrow().view(null);
            var release = releases.get(new Slug(slug));
            var expected = ReleaseView.of(release, ReleaseSnapshot.now(release, today, utc), null);
            assertThat(projected).as(slug + " on " + utc).isEqualTo(expected);
            assertThat(toJson(projected)).isEqualTo(toJson(expected));
        });
    }

    private String toJson(ReleaseView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Adds releases of every kind, and returns their slugs. */
    private List<String> addReleases(String brand) {
        var model = brand + "-3d-grid";
        fixtures.brand(brand, brand);
        fixtures.model(model, brand, model);
        fixtures.collaborator(brand + "-bodega", brand + "-bodega");
        fixtures.collaborator(brand + "-extra", brand + "-extra");
        fixtures.collaboration(brand + "-twice", model, brand, brand + "-bodega", brand + "-extra");
        fixtures.collaboration(brand + "-once", model, brand, brand + "-bodega");
        fixtures.source(brand + "-itself", "brand");
        fixtures.source(brand + "-insider", "leaker");
        fixtures.colorway(
                brand + "-elite",
                model,
                collaboration(brand + "-twice"),
                nickname("Elite"),
                styleCode("S70" + brand),
                pictures(picture("https://img.example/1.jpg", 800, 600, "A grey shoe")));
        fixtures.colorway(
                brand + "-grey",
                model,
                colors(color("grey", finish("metallic")), color("pink"), color("white", part("tongue"))));
        fixtures.colorway(brand + "-plain", model);
        fixtures.release(brand + "-nickname", model, colorway(brand + "-elite"));
        fixtures.release(
                brand + "-colors",
                model,
                colorway(brand + "-grey"),
                channel("retailer"),
                region("JP"),
                launch("2027-03-06T10:00:00", "Asia/Tokyo"),
                retailPrice("150.00", "USD"),
                features(feature("split sole", "apparent")),
                retailers(
                        retailer(
                                "Atmos",
                                "draw",
                                url("https://atmos.example"),
                                opens("2027-03-01T10:00:00", "Asia/Tokyo")),
                        retailer("Bodega", "in-store")));
        fixtures.release(brand + "-plain", model, colorway(brand + "-plain"));
        fixtures.release(brand + "-collaboration", model, collaboration(brand + "-once"));
        for (var slug :
                List.of("-day", "-month", "-open", "-undated", "-silent", "-confirmed", "-released", "-cancelled")) {
            // Of some it is another day than that of the date.
            fixtures.release(
                    brand + slug,
                    model,
                    launch("2027-03-01T10:00:00", "Europe/Rome"),
                    retailers(retailer("Slam Jam", "online", opens("2027-03-01T10:00:00", "Europe/Rome"))));
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
