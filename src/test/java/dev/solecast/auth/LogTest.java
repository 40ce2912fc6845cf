package dev.solecast.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.solecast.TestDatabase;
import dev.solecast.TestKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log names keys by id and name and never contains a key. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestProfile(RateLimitTest.Low.class)
class LogTest {

    private static final String ADDRESS = "192.0.2.99";

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Handler handler = new Handler() {

        private final PatternFormatter formatter = new PatternFormatter("%c %X %s%e");

        @Override
        public void publish(LogRecord line) {
            lines.add(formatter.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(handler);
    }

    @Test
    void logNamesTheKeyAndNeverHoldsIt() {
        var issued = given().header("X-Forwarded-For", ADDRESS)
                .header(TestKeys.ADMIN)
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Logged\", \"role\": \"reader\"}")
                .post("/v1/keys");
        issued.then().statusCode(201);
        var key = issued.jsonPath().getString("key");
        var id = issued.jsonPath().getString("id");
        given().header("X-Forwarded-For", ADDRESS)
                .header("Authorization", "Bearer " + key)
                .get("/v1/keys/me")
                .then()
                .statusCode(200);
        given().header("X-Forwarded-For", ADDRESS)
                .header("X-API-Key", key + "0")
                .get("/v1/brands")
                .then()
                .statusCode(401);
        given().header("X-Forwarded-For", ADDRESS)
                .get("/v1/brands?key=" + key)
                .then()
                .statusCode(400);

        for (var path : List.of(key, key.replace("_", "%5F"), "brands/" + key + "/x")) {
            given().header("X-Forwarded-For", ADDRESS)
                    .urlEncodingEnabled(false)
                    .get("/v1/" + path)
                    .then()
                    .statusCode(404)
                    .body("detail", not(containsString(key.substring(key.lastIndexOf('_') + 1))));
        }

        assertThat(lines)
                .anyMatch(line -> line.contains("POST /v1/keys 201"))
                .anyMatch(line -> line.contains("GET /v1/brands 401"))
                .anyMatch(line -> line.contains("has issued the key " + id + ", \"Logged\""))
                .noneMatch(line -> line.contains(key.substring(key.lastIndexOf('_') + 1)))
                .noneMatch(line -> line.contains(TestKeys.ADMIN.getValue()));
    }
}
