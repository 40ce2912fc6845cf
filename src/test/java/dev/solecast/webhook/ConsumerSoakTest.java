package dev.solecast.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.database.ServiceProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies deliveries with the official library for Node. Needs node and npm, which downloads the library. */
@Tag("soak")
class ConsumerSoakTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "solecast_soak_" + "0123456789abcdef".repeat(3);
    private static final String LIBRARY = "standardwebhooks@1.1.1";

    @TempDir
    private Path folder;

    @Test
    void genuineDeliveryIsVerifiedAndNoOther() throws Exception {
        requireProgram("node");
        requireProgram("npm");
        run("", "npm", "install", "--no-save", "--no-audit", "--no-fund", "--prefix", folder.toString(), LIBRARY);
        Files.copy(Path.of("src/test/resources/webhooks/verify.cjs"), folder.resolve("verify.cjs"));
        var variables = Map.of(
                "SOLECAST_ADMIN_KEY", KEY,
                "SOLECAST_WEBHOOKS_ALLOW_HTTP", "true",
                "SOLECAST_WEBHOOKS_ALLOW_INSIDE", "true");
        try (var service = ServiceProcess.start(ServiceProcess.JAR, folder, ServiceProcess.freePort(), variables);
                var receiver = new WebhookReceiver()) {
            service.awaitReady();
            var webhook = JSON.readTree(post(service, "/v1/webhooks", "{\"url\": \"" + receiver.url() + "\"}"));
            var secret = webhook.path("secret").asText();
            post(service, "/v1/brands", "{\"name\": \"Mitre\"}");
            var delivery = receiver.await(1).getFirst();
            var rotated = post(service, "/v1/webhooks/" + webhook.path("id").asText() + "/secret", "");
            post(service, "/v1/brands", "{\"name\": \"Gola\"}");
            var later = receiver.await(2).get(1);
            var sixMinutesAgo = Clock.systemUTC().instant().getEpochSecond() - 360;
            var lines = List.of(
                    line(secret, delivery.id(), delivery.timestamp(), delivery.signature(), delivery.body()),
                    line(
                            secret,
                            delivery.id(),
                            delivery.timestamp(),
                            delivery.signature(),
                            delivery.body().replace("Mitre", "Mitra")),
                    line(
                            SigningSecret.text(SigningSecret.random()),
                            delivery.id(),
                            delivery.timestamp(),
                            delivery.signature(),
                            delivery.body()),
                    line(
                            secret,
                            delivery.id(),
                            Long.toString(sixMinutesAgo),
                            signed(secret, delivery, sixMinutesAgo),
                            delivery.body()),
                    line(secret, later.id(), later.timestamp(), later.signature(), later.body()),
                    line(
                            JSON.readTree(rotated).path("secret").asText(),
                            later.id(),
                            later.timestamp(),
                            later.signature(),
                            later.body()));
            assertThat(run(String.join("\n", lines) + "\n", "node", "verify.cjs")
                            .lines())
                    .containsExactly(
                            "verified brand.created",
                            "No matching signature found",
                            "No matching signature found",
                            "Message timestamp too old",
                            "verified brand.created",
                            "verified brand.created");
        }
    }

    private static String signed(String secret, WebhookReceiver.Received delivery, long timestamp) throws Exception {
        return new com.standardwebhooks.Webhook(Base64.getDecoder().decode(secret.substring("whsec_".length())))
                .sign(delivery.id(), timestamp, delivery.body());
    }

    private static String line(String secret, String id, String timestamp, String signature, String body)
            throws IOException {
        return JSON.writeValueAsString(Map.of(
                "secret",
                secret,
                "body",
                body,
                "headers",
                Map.of("webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", signature)));
    }

    private static String post(ServiceProcess service, String path, String body) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(service.address(path))
                    .POST(BodyPublishers.ofString(body))
                    .header("X-API-Key", KEY)
                    .header("Content-Type", "application/json")
                    .build();
            var response = client.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isLessThan(300);
            return response.body();
        }
    }

    private static void requireProgram(String name) {
        assertThat(System.getenv("PATH").split(":"))
                .as("this test needs " + name + ": apt install nodejs npm")
                .anyMatch(part -> Files.isExecutable(Path.of(part, name)));
    }

    private String run(String input, String... command) throws Exception {
        var errors = folder.resolve("errors.txt").toFile();
        var process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(folder.toFile())
                .redirectError(errors)
                .start();
        try (var out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        }
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(errors.toPath())).isZero();
        return output;
    }
}
