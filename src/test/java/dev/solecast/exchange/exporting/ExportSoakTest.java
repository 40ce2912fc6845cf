package dev.solecast.exchange.exporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests of a long export and of a slow reader. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestProfile(ExportSoakTest.Impatient.class)
@Tag("soak")
class ExportSoakTest {

    private static final int MANY = 50_000;

    /** Allows one export at a time. */
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("solecast.bulkheads.exports", "1");
        }
    }

    @Inject
    Fixtures shoes;

    @Inject
    EntityManager database;

    @BeforeEach
    void fill() {
        if (given().get("/v1/brands/pony").statusCode() == 200) {
            return;
        }
        shoes.brand("pony", "Pony");
        shoes.model("pony-topstar", "pony", "Topstar");
        QuarkusTransaction.requiringNew().timeout(600).run(() -> {
            database.createNativeQuery("set local statement_timeout = 0").executeUpdate();
            database.createNativeQuery("alter table release disable trigger user")
                    .executeUpdate();
            database.createNativeQuery("""
                            insert into release (slug, model_id, brand_id, region, status, created_at, updated_at)
                            select 'pony-topstar-' || i, m.id, m.brand_id, 'WW', 'rumored',
                                timestamptz '2026-11-22 06:00Z', timestamptz '2026-11-22 06:00Z'
                            from generate_series(1, :many) i, model m where m.slug = 'pony-topstar'
                            """).setParameter("many", MANY).executeUpdate();
            database.createNativeQuery("alter table release enable trigger user")
                    .executeUpdate();
        });
    }

    @Test
    void slowReaderIsBrokenOffAndLeavesHisPlaceToOthers() throws Exception {
        var begun = System.nanoTime();
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress("localhost", RestAssured.port));
            socket.getOutputStream()
                    .write("GET /v1/exports/all HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            assertThat(socket.getInputStream().readNBytes(100)).hasSize(100);
            assertThat(given().get("/v1/exports/brands").statusCode()).isEqualTo(429);
            while (given().get("/v1/exports/brands").statusCode() == 429) {
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(25));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(14));
        }
    }

    @Test
    void fiftyThousandReleasesAreOneExport() {
        var begun = System.nanoTime();
        var answer = given().header("Accept-Encoding", "gzip").get("/v1/exports/releases");
        var took = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString().lines().filter(line -> line.contains("\"pony-topstar-")))
                .hasSize(MANY);
        System.out.printf("%,d releases: %,d bytes in %,d ms%n", MANY, answer.asByteArray().length, took.toMillis());
    }
}
