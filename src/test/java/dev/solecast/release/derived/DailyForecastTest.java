package dev.solecast.release.derived;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import dev.solecast.change.ChangeLog;
import dev.solecast.http.Slug;
import dev.solecast.release.Release;
import dev.solecast.release.Releases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stored forecast gives the right chances on every later day, in SQL as in Java, without being recomputed. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DailyForecastTest {

    @Inject
    Fixtures fixtures;

    @Inject
    Releases releases;

    @Inject
    EntityManager database;

    @Inject
    ChangeLog log;

    @Test
    void theDatabaseMovesAForecastWithTheDaysAsTheCodeDoes() {
        fixtures.brand("sidi-sport", "Sidi Sport");
        fixtures.model("lcs-r800", "sidi-sport", "LCS R800");
        fixtures.source("le-coq-itself", "brand");
        fixtures.source("le-coq-insider", "leaker");
        fixtures.release("lcs-r800-red", "lcs-r800");
        fixtures.claim("lcs-r800-red", "le-coq-itself", "official", "2027-03-06");
        fixtures.claim("lcs-r800-red", "le-coq-insider", "report", "2027-22");
        fixtures.release("lcs-r800-blue", "lcs-r800");
        fixtures.rumor("lcs-r800-blue", "le-coq-insider", "report");
        fixtures.release("lcs-r800-open", "lcs-r800");
        fixtures.claim("lcs-r800-open", "le-coq-insider", "speculation", "2027-03/..");

        QuarkusTransaction.requiringNew().run(() -> {
            for (var slug : List.of("lcs-r800-red", "lcs-r800-blue", "lcs-r800-open")) {
                var release = releases.get(new Slug(slug));
                for (int days = 0; days < 900; days += 13) {
                    compare(release, LocalDate.of(2026, 11, 22).plusDays(days));
                }
            }
        });
    }

    /** A list that computed the forecast from the rumors would not show the value that is only stored. */
    @Test
    void aListReadsStoredForecastsAndComputesNone() {
        fixtures.brand("kappa", "Kappa");
        fixtures.model("kappa-222", "kappa", "222 Banda");
        fixtures.source("kappa-itself", "brand");
        fixtures.release("kappa-222-black", "kappa-222");
        fixtures.claim("kappa-222-black", "kappa-itself", "official", "2027-03-06");
        assertThat(happensInTheList()).isGreaterThan(0.5);

        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("update release set forecast_comes = 0.125 where slug = 'kappa-222-black'")
                    .executeUpdate();
            log.invalidateAll();
        });

        assertThat(happensInTheList()).isCloseTo(0.125, within(0.001));
    }

    private static double happensInTheList() {
        return get("/v1/releases?brand=kappa").jsonPath().getDouble("items[0].forecast.happens");
    }

    private void compare(Release release, LocalDate today) {
        var row = (Object[]) database.createNativeQuery("""
                        select forecast_chance(forecast_comes, forecast_first, forecast_sums, today, today + 729, today),
                               forecast_chance(forecast_comes, forecast_first, forecast_sums,
                                   coalesce(lower(date_days), today), upper(date_days) - 1, today),
                               forecast_chance(forecast_comes, forecast_first, forecast_sums, null, null, today),
                               case when likeliest_until >= today then likeliest
                                    else forecast_likeliest(forecast_comes, forecast_first, forecast_sums, today) end
                        from release, cast(:today as date) as today where slug = :slug
                        """)
                .setParameter("today", today)
                .setParameter("slug", release.slug())
                .getSingleResult();
        var forecast = release.assessment().on(today);
        assertThat((Double) row[0]).as("happens on " + today).isCloseTo(forecast.happens(), within(1e-9));
        assertThat((Double) row[2]).isCloseTo(forecast.happens(), within(1e-9));
        if (release.date() != null) {
            assertThat((Double) row[1])
                    .as("confidence on " + today)
                    .isCloseTo(forecast.confidence(release.date()), within(1e-9));
        }
        assertThat(row[3] == null ? null : row[3].toString())
                .as("likeliest of " + release.slug() + " on " + today)
                .isEqualTo(
                        forecast.likeliest() == null
                                ? null
                                : forecast.likeliest().toString());
    }
}
