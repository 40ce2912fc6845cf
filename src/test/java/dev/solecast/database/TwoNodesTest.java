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

/** Two packaged services over one database, whose editors go from one to the other, and a third that keeps nothing. */
@Tag("soak")
class TwoNodesTest {

    private static final String KEY = "solecast_soak_" + "0123456789abcdef".repeat(3);
    private static final Map<String, String> VARIABLES = Map.of(
            "SOLECAST_ADMIN_KEY", KEY,
            "SOLECAST_LIMITS_ADMIN", "0",
            "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false",
            // Nobody but the editor writes: a forecast that is renewed changes its release at any moment.
            "QUARKUS_SCHEDULER_ENABLED", "false");

    /** How late a node may learn of what was written on the other. */
    private static final Duration LATE = Duration.ofSeconds(1);

    private static final int ROUNDS = 40;

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private ServiceProcess judge;
    private int asked;

    @Test
    void writeIsSeenAtOnceWhereItWasMadeAndASecondLaterEverywhere() throws Exception {
        try (var one = start("one", Map.of());
                var two = start("two", one.databaseVariables());
                var forgetful = start("forgetful", forgetful(one))) {
            judge = forgetful;
            var nodes = List.of(one, two);
            var random = new Random(21);
            var editor = new RandomEditor(one.address("/"), KEY, random);
            var reader = new RandomReader(editor, random);
            for (int round = 0; round < ROUNDS; round++) {
                var here = nodes.get(random.nextInt(2));
                editor.moveTo(here.address("/"));
                for (int write = 0; write < 5; write++) {
                    editor.act();
                    compare(here, reader.next());
                    compare(here, reader.next());
                }
                TimeUnit.NANOSECONDS.sleep(LATE.toNanos());
                for (int i = 0; i < 20; i++) {
                    var question = reader.next();
                    compare(one, question);
                    compare(two, question);
                }
            }
            assertThat(editor.written()).isGreaterThan(ROUNDS);
            for (var node : nodes) {
                assertThat(kept(node)).as("answers from memory").isGreaterThan(asked / 10.0);
            }
        }
    }

    private static Map<String, String> forgetful(ServiceProcess withDatabase) throws Exception {
        var variables = new HashMap<>(withDatabase.databaseVariables());
        variables.putAll(Map.of("SOLECAST_ANSWERS_MEMORY", "0", "SOLECAST_PARTS_MEMORY", "0"));
        return variables;
    }

    private ServiceProcess start(String name, Map<String, String> more) throws Exception {
        var variables = new HashMap<>(VARIABLES);
        variables.putAll(more);
        return ServiceProcess.start(
                        ServiceProcess.JAR,
                        Files.createDirectory(folder.resolve(name)),
                        ServiceProcess.freePort(),
                        variables)
                .awaitReady();
    }

    private void compare(ServiceProcess node, RandomReader.Question question) throws Exception {
        var answer = get(node, question.address(), question.headers());
        asked++;
        assertThat(answer).as("%s", question).isEqualTo(get(judge, question.address(), question.headers()));
    }

    private String get(ServiceProcess node, String address, List<String> headers) throws Exception {
        var request = HttpRequest.newBuilder(node.address(address)).header("X-Request-Id", "same");
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        var answer = client.send(request.build(), BodyHandlers.ofByteArray());
        return answer.statusCode() + " " + answer.headers().firstValue("ETag") + " "
                + new String(answer.body(), ISO_8859_1);
    }

    private double kept(ServiceProcess node) throws Exception {
        var request = HttpRequest.newBuilder(node.management("/q/metrics")).build();
        return client.send(request, BodyHandlers.ofLines())
                .body()
                .filter(line -> line.matches("solecast_answers_total\\{.*memory.*"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
