package dev.solecast.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bootstrap admin key, and the one that a command adds, on a database shared by nodes. */
@Tag("soak")
class AdminKeyTest {

    private static final Pattern KEY = Pattern.compile("solecast_\\w+_\\w{26,}");

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres database;

    @BeforeAll
    static void startDatabase() {
        database = EmbeddedPostgres.start(folder.resolve("own"), Map.of());
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
    }

    @Test
    void nodesThatStartTogetherPrintOneKeyAndTheCommandAddsAnother() throws Exception {
        try (var one = node(Map.of());
                var other = node(Map.of())) {
            one.awaitReady();
            other.awaitReady();
            assertThat(KEY.matcher(one.output() + other.output()).results()).hasSize(1);

            var key = adminKeyCommand();
            assertThat(key).matches(KEY);
            for (var service : new ServiceProcess[] {one, other}) {
                assertThat(statusOfOwnKey(service, key)).isEqualTo(200);
                assertThat(statusOfOwnKey(service, key + "x")).isEqualTo(401);
            }
        }
    }

    @Test
    void invalidConfiguredKeyStopsTheStartWithARemedy() throws Exception {
        try (var service = node(Map.of("SOLECAST_ADMIN_KEY", "solecast_admin_hunter2"))) {
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(service.output())
                    .contains("SOLECAST_ADMIN_KEY is not a key: it must be", "openssl rand")
                    .doesNotContain("hunter2", "\tat ");
        }
    }

    private static ServiceProcess node(Map<String, String> extra) throws IOException {
        var variables = new HashMap<>(variables());
        variables.putAll(extra);
        return ServiceProcess.start(
                ServiceProcess.JAR_WITHOUT_POSTGRESQL, folder, ServiceProcess.freePort(), variables);
    }

    private static Map<String, String> variables() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", database.url(),
                "QUARKUS_DATASOURCE_USERNAME", database.username(),
                "QUARKUS_DATASOURCE_PASSWORD", database.password());
    }

    /** Runs the command behind {@code make admin-key} and returns the key that it prints. */
    private static String adminKeyCommand() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                ServiceProcess.JAR_WITHOUT_POSTGRESQL.toString(),
                "admin-key");
        builder.environment().putAll(variables());
        var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output.strip();
    }

    private static int statusOfOwnKey(ServiceProcess service, String key) throws Exception {
        var request = HttpRequest.newBuilder(service.address("/v1/keys/me"))
                .header("X-API-Key", key)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
