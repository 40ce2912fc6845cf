package dev.solecast.http.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that only database outages give a 503, within 3 s. Unusual Accept headers avoid cached answers. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OutageTest {

    private static final Duration LONGEST = Duration.ofSeconds(3);

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int poolSize;

    @TestHTTPResource(management = true)
    URI management;

    @Test
    void lockedTableIsAnOutage() throws SQLException {
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table brand");
            assertOutage(given().accept("application/json;while=locked").get("/v1/brands/new-balance"));
            other.rollback();
        }
        assertThat(given().get("/v1/brands/new-balance").statusCode()).isEqualTo(200);
    }

    @Test
    void statementsThatAreTooSlowTogetherEndTheRequestAndNothingOfItIsKept() {
        var answer = given().post("/faults/brands?count=4&rest=1.1");
        assertOutage(answer);
        assertThat(answer.path("detail").toString()).contains("look first whether this request was carried out");
        assertThat(answer.timeIn(TimeUnit.MILLISECONDS)).isGreaterThan(2_200);
        assertThat(given().get("/v1/brands/slow-0").statusCode()).isEqualTo(404);
    }

    @Test
    void exhaustedPoolIsAnOutageUntilAConnectionIsFree() throws SQLException {
        var taken = new ArrayList<Connection>();
        given().get("/v1/brands?limit=1").then().statusCode(200);
        try {
            for (int at = 0; at < poolSize - 1; at++) { // the log of changes keeps one
                taken.add(database.getConnection());
            }
            assertOutage(given().accept("application/json;while=exhausted").get("/v1/brands"));
            given().get("/v1/brands?limit=1").then().statusCode(200); // cached, and known to be current
            var ready = given().get(management.resolve("/q/health/ready"));
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(Duration.ofMillis(ready.time())).isLessThan(LONGEST);
            assertThat(given().get(management.resolve("/q/health/live")).statusCode())
                    .isEqualTo(200);
        } finally {
            for (var each : taken) {
                each.close();
            }
        }
        assertThat(given().get("/v1/brands").statusCode()).isEqualTo(200);
        assertThat(given().get(management.resolve("/q/health/ready")).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "25006", "40P01", "53100", "53300", "55P03", "57014", "57P01", "57P03", "58030"})
    void whatPassesIsAnOutage(String state) {
        assertOutage(given().get("/faults/states/" + state));
    }

    @ParameterizedTest
    @ValueSource(strings = {"22012", "25001", "42601", "42P01", "XX000", "P0001"})
    void whatWouldFailAgainIsAFaultOfOurs(String state) {
        var answer = given().get("/faults/states/" + state);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.path("code").toString()).isEqualTo("internal-error");
        assertThat(answer.asString()).doesNotContain(state);
    }

    @Test
    void whatAnotherStoredAtTheSameMomentIsAConflict() {
        given().get("/faults/states/23505").then().statusCode(409).body("code", equalTo("conflict"));
    }

    private static void assertOutage(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.path("code").toString()).isEqualTo("unavailable");
        assertThat(answer.path("instance").toString()).isEqualTo("/requests/" + answer.header("X-Request-Id"));
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(Duration.ofMillis(answer.time())).isLessThan(LONGEST);
    }
}
