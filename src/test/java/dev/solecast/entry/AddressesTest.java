package dev.solecast.entry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.solecast.TestDatabase;
import dev.solecast.change.ChangeLog;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Responses for retired slugs and deleted entries, and how long a release may be cached. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AddressesTest {

    @Inject
    ChangeLog log;

    @Inject
    AgroalDataSource database;

    @AfterEach
    void deleteRows() throws SQLException {
        run("delete from retired_slug where slug like 'salomon-%'");
        run("delete from release where slug like 'salomon-%'");
        run("delete from model where slug like 'salomon-%'");
        run("delete from brand where slug like 'salomon%'");
    }

    @Test
    void retiredSlugLeadsToThePresentOneWithQueryAndAllThatFollows() throws SQLException {
        insertRelease("2027-03", null);
        run("insert into retired_slug (resource, slug, target_id, retired_at) "
                + "select 'release', 'salomon-xt6', id, now() from release where slug = 'salomon-xt-6-black'");
        assertMoved("/v1/releases/salomon-xt6", "/v1/releases/salomon-xt-6-black");
        assertMoved(
                "/v1/releases/salomon-xt6?tz=America/New_York&include=rumors",
                "/v1/releases/salomon-xt-6-black?tz=America/New_York&include=rumors");
        assertMoved("/v1/releases/salomon-xt6/rumors?limit=5", "/v1/releases/salomon-xt-6-black/rumors?limit=5");
        given().get("/v1/models/salomon-xt6").then().statusCode(404);
    }

    @Test
    void slugThatIsInUseAgainIsNotLedAway() throws SQLException {
        insertRelease("2027-03", null);
        run("insert into retired_slug (resource, slug, target_id, retired_at) "
                + "select 'release', 'salomon-xt-6-black', min(id), now() from release");
        given().get("/v1/releases/salomon-xt-6-black")
                .then()
                .statusCode(200)
                .body("slug", equalTo("salomon-xt-6-black"));
    }

    @Test
    void deletedThingIsGoneUnderEitherSlug() throws SQLException {
        insertRelease("2027-03", null);
        run("insert into retired_slug (resource, slug, target_id, retired_at) "
                + "select 'release', 'salomon-xt6', id, now() from release where slug = 'salomon-xt-6-black'");
        run("update release set deleted_at = now() where slug = 'salomon-xt-6-black'");
        for (var address : new String[] {
            "/v1/releases/salomon-xt-6-black", "/v1/releases/salomon-xt-6-black/rumors", "/v1/releases/salomon-xt6"
        }) {
            given().get(address)
                    .then()
                    .statusCode(410)
                    .contentType("application/problem+json")
                    .header("Cache-Control", "no-store")
                    .body("code", equalTo("gone"))
                    .body("detail", containsString("deleted"));
        }
    }

    @Test
    void releaseAboutToDropMayBeKeptTenSeconds() throws SQLException {
        insertRelease("2026-11-23", null);
        assertMaxAge("/v1/releases/salomon-xt-6-black", 10);
        assertMaxAge("/v1/releases?model=salomon-xt-6", 10);
        assertMaxAge("/v1/releases/upcoming?model=salomon-xt-6", 10);
    }

    @Test
    void launchWithinADayMayBeKeptTenSecondsWhateverTheWindow() throws SQLException {
        insertRelease("2026", "2026-11-23 06:30");
        assertMaxAge("/v1/releases/salomon-xt-6-black", 10);
    }

    @Test
    void releaseThatIsFarAwayMayBeKeptAMinute() throws SQLException {
        insertRelease("2026-11-24", "2026-11-24 08:00");
        assertMaxAge("/v1/releases/salomon-xt-6-black", 60);
    }

    @Test
    void releaseThatHasComeMayBeKeptAMinute() throws SQLException {
        insertRelease("2026-11-22", null);
        run("update release set status = 'released', released_on = '2026-11-22' where slug = 'salomon-xt-6-black'");
        assertMaxAge("/v1/releases/salomon-xt-6-black", 60);
    }

    private void insertRelease(String date, String launchInParis) throws SQLException {
        run("insert into brand (slug, name, created_at, updated_at) values ('salomon', 'Salomon', now(), now())");
        run("insert into model (slug, brand_id, name, created_at, updated_at) "
                + "select 'salomon-xt-6', id, 'XT-6', now(), now() from brand where slug = 'salomon'");
        var launch = launchInParis == null ? "null, null" : "'" + launchInParis + "', 'Europe/Paris'";
        run(
                "insert into release (slug, model_id, region, status, date_edtf, launch_at, launch_zone, created_at, updated_at) "
                        + "select 'salomon-xt-6-black', id, 'WW', 'rumored', '" + date + "', " + launch
                        + ", now(), now() "
                        + "from model where slug = 'salomon-xt-6'");
    }

    private static void assertMoved(String from, String to) {
        Response answer =
                given().redirects().follow(false).urlEncodingEnabled(false).get(from);
        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.header("Location")).isEqualTo(to);
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=60");
        given().urlEncodingEnabled(false).get(from).then().statusCode(200);
    }

    private static void assertMaxAge(String address, int seconds) {
        given().get(address).then().statusCode(200).header("Cache-Control", "public, max-age=" + seconds);
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
        QuarkusTransaction.requiringNew().run(log::invalidateAll);
    }
}
