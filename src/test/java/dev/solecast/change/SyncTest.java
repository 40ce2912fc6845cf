package dev.solecast.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.TestDatabase;
import dev.solecast.TestKeys;
import dev.solecast.change.stream.UnreliableConnection;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** An app that keeps a copy for offline use, by the documented recipe, ends with the state of the server. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SyncTest {

    private static final String BRAND = "bata";

    @Test
    void clientWhoseLineBreaksEndsWithTheStateOfTheServer() throws Exception {
        var service = URI.create("http://localhost:" + RestAssured.port);
        var writes = new RandomWrites(service, TestKeys.EDITOR.getValue(), BRAND);
        var connection = new UnreliableConnection(service, 7);
        var client = new SyncClient(connection, "/v1/changes?limit=20&after=0&brand=" + BRAND);
        var random = new Random(11);
        for (var each = 0; each < 150; each++) {
            writes.act(random);
            if (each % 10 == 9) {
                tryStep(client);
            }
        }
        while (!tryStep(client)) {
            // retries from the stored sequence number
        }
        assertThat(connection.cuts()).isGreaterThan(3);
        ServerState.read(service, BRAND).assertSameAs(client, Set.of("model", "release", "colorway", "collaboration"));
    }

    /** Much was written before the app was installed, and more is written while it takes its export. */
    @Test
    void clientThatBeginsWithAnExportEndsWithTheStateOfTheServer() throws Exception {
        var service = URI.create("http://localhost:" + RestAssured.port);
        var writes = new RandomWrites(service, TestKeys.EDITOR.getValue(), "keds");
        var connection = new UnreliableConnection(service, 3);
        var client = new SyncClient(connection, "");
        var random = new Random(5);
        for (var each = 0; each < 100; each++) {
            writes.act(random);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = threads.submit(() -> {
                for (var each = 0; each < 60; each++) {
                    writes.act(random);
                }
                return null;
            });
            while (!tryBegin(client)) {
                // retries from the beginning
            }
            assertThat(client.applied()).isZero();
            assertThat(client.rumorCounts()).isNotEmpty();
            writing.get();
        }
        while (!tryStep(client)) {
            // retries from the stored sequence number
        }
        assertThat(client.applied()).isPositive().isLessThan(writes.written());
        ServerState.read(service, "keds").assertSameAs(client, Set.of("model", "release", "colorway", "collaboration"));
    }

    private static boolean tryBegin(SyncClient client) throws InterruptedException {
        var models = new HashSet<String>();
        var releases = new HashSet<String>();
        try {
            client.begin(
                    "/v1/exports/all?include=state",
                    "/v1/changes?limit=20&brand=keds",
                    entry -> switch (entry.path("type").asText()) {
                        case "model" ->
                            entry.path("brand").asText().equals("keds")
                                    && models.add(entry.path("slug").asText());
                        case "release" ->
                            models.contains(entry.path("model").asText())
                                    && releases.add(entry.path("slug").asText());
                        case "rumor" -> releases.contains(entry.path("release").asText());
                        default -> false;
                    });
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean tryStep(SyncClient client) throws InterruptedException {
        try {
            return client.step();
        } catch (IOException e) {
            return false;
        }
    }
}
