package dev.solecast.database;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.cache.RandomEditor;
import dev.solecast.cache.RandomReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two packaged services on one database, an editor who alternates between them, and a third without caches. */
@Tag("soak")
class TwoNodesTest {

    private static final String KEY = "solecast_soak_" + "0123456789abcdef".repeat(3);
    private static final Map<String, String> VARIABLES = Map.of(
            "SOLECAST_ADMIN_KEY", KEY,
            "SOLECAST_LIMITS_ADMIN", "0",
            "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false",
            // Only the editor writes: a refreshed forecast would change its release at any moment.
            "QUARKUS_SCHEDULER_ENABLED", "false");

    /** The longest delay after which a node must know the writes of the other. */
    private static final Duration MAX_DELAY = Duration.ofSeconds(1);

    private static final int ROUNDS = 40;

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private ServiceProcess reference;
    private int compared;

    @Test
    void writeIsSeenAtOnceWhereItWasMadeAndASecondLaterEverywhere() throws Exception {
        try (var one = start("one", Map.of());
                var two = start("two", one.databaseVariables());
                var uncached = start("forgetful", uncached(one))) {
            reference = uncached;
            var nodes = List.of(one, two);
            var random = new Random(21);
            var editor = new RandomEditor(one.address("/"), KEY, random);
            var reader = new RandomReader(editor, random);
            for (int round = 0; round < ROUNDS; round++) {
                var writer = nodes.get(random.nextInt(2));
                editor.moveTo(writer.address("/"));
                for (int write = 0; write < 5; write++) {
                    editor.act();
                    compare(writer, reader.next());
                    compare(writer, reader.next());
                }
                TimeUnit.NANOSECONDS.sleep(MAX_DELAY.toNanos());
                for (int i = 0; i < 20; i++) {
                    var request = reader.next();
                    compare(one, request);
                    compare(two, request);
                }
            }
            assertThat(editor.written()).isGreaterThan(ROUNDS);
            for (var node : nodes) {
                assertThat(fromMemory(node)).as("answers from memory").isGreaterThan(compared / 10.0);
            }
        }
    }

    private static Map<String, String> uncached(ServiceProcess withDatabase) throws Exception {
        var variables = new HashMap<>(withDatabase.databaseVariables());
        variables.putAll(Map.of("SOLECAST_ANSWERS_MEMORY", "0", "SOLECAST_PARTS_MEMORY", "0"));
        return variables;
    }

    private ServiceProcess start(String name, Map<String, String> extra) throws Exception {
        var variables = new HashMap<>(VARIABLES);
        variables.putAll(extra);
        return ServiceProcess.start(
                        ServiceProcess.JAR,
                        Files.createDirectory(folder.resolve(name)),
                        ServiceProcess.freePort(),
                        variables)
                .awaitReady();
    }

    private void compare(ServiceProcess node, RandomReader.Question request) throws Exception {
        var response = get(node, request.address(), request.headers());
        compared++;
        assertThat(response).as("%s", request).isEqualTo(get(reference, request.address(), request.headers()));
    }

    private String get(ServiceProcess node, String address, List<String> headers) throws Exception {
        var httpRequest = HttpRequest.newBuilder(node.address(address)).header("X-Request-Id", "same");
        if (!headers.isEmpty()) {
            httpRequest.headers(headers.toArray(String[]::new));
        }
        var response = client.send(httpRequest.build(), BodyHandlers.ofByteArray());
        return response.statusCode() + " " + response.headers().firstValue("ETag") + " "
                + new String(response.body(), ISO_8859_1);
    }

    private double fromMemory(ServiceProcess node) throws Exception {
        var httpRequest = HttpRequest.newBuilder(node.management("/q/metrics")).build();
        return client.send(httpRequest, BodyHandlers.ofLines())
                .body()
                .filter(line -> line.matches("solecast_answers_total\\{.*memory.*"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
