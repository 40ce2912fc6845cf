package dev.solecast.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.TestDatabase;
import dev.solecast.http.problem.DatabaseOutage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class RequestIdFilterTest {

    private static final String RANDOM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Test
    void everyResponseHasItsOwnId() {
        var first = given().get("/v1/brands").header("X-Request-Id");
        assertThat(first).matches(RANDOM);
        assertThat(given().get("/v1/brands").header("X-Request-Id"))
                .matches(RANDOM)
                .isNotEqualTo(first);
    }

    @Test
    void idOfTheCallerIsUsed() {
        var response = given().header("X-Request-Id", "app-42.retry_1").get("/v1/brands/nobody");
        assertThat(response.header("X-Request-Id")).isEqualTo("app-42.retry_1");
        assertThat(response.path("instance").toString()).isEqualTo("/requests/app-42.retry_1");
    }

    @Test
    void traceIdOfTheCallerIsUsed() {
        assertThat(given().header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                        .get("/v1/brands")
                        .header("X-Request-Id"))
                .isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "<script>", "../../etc", "ümlaut", "2026-11-22 ERROR forged"})
    void hostileIdIsReplaced(String hostile) {
        assertThat(given().header("X-Request-Id", hostile).get("/v1/brands").header("X-Request-Id"))
                .matches(RANDOM);
    }

    @Test
    void overlongIdIsReplaced() {
        assertThat(given().header("X-Request-Id", "x".repeat(65))
                        .get("/v1/brands")
                        .header("X-Request-Id"))
                .matches(RANDOM);
    }

    @Test
    void requestWithAMalformedAddressHasAnIdToo() {
        var response = given().urlEncodingEnabled(false).get("/v1/brands/%FF");
        assertThat(response.path("instance").toString()).isEqualTo("/requests/" + response.header("X-Request-Id"));
    }

    @Test
    void logLineOfAnotherThreadShowsTheId() {
        List<ExtLogRecord> records = new ArrayList<>();
        var logger = Logger.getLogger(DatabaseOutage.class.getName());
        var handler = new Handler() {
            @Override
            public synchronized void publish(LogRecord logged) {
                var line = ExtLogRecord.wrap(logged);
                line.copyMdc();
                records.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        try {
            given().header("X-Request-Id", "shown").get("/faults/states/53100");
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(records).singleElement().satisfies(line -> {
            assertThat(line.getMdc("request")).isEqualTo("shown");
            assertThat(line.getFormattedMessage()).startsWith("The database cannot serve");
        });
    }
}
