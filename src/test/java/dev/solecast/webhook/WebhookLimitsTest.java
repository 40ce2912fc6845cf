package dev.solecast.webhook;

import static dev.solecast.webhook.WebhookOwner.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;

import dev.solecast.ShortWaits;
import dev.solecast.TestDatabase;
import dev.solecast.TestKeys;
import dev.solecast.outbound.SilentNameServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Bounds on what the owner of a webhook can make this service do. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestProfile(ShortWaits.class)
class WebhookLimitsTest {

    private final SilentNameServers nameServers;
    private final AgroalDataSource connections;

    WebhookLimitsTest(SilentNameServers nameServers, AgroalDataSource connections) {
        this.nameServers = nameServers;
        this.connections = connections;
    }

    @Test
    void testsOfASilentReceiverDelayNobodyElse() throws Exception {
        try (var silent = new WebhookReceiver();
                var healthy = new WebhookReceiver();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = new CountDownLatch(1);
            silent.responding(delivery -> {
                try {
                    answer.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return new WebhookReceiver.Response(200);
            });
            var silentTest = "/v1/webhooks/" + id(TestKeys.TRUSTED, silent) + "/test";
            var healthyTest = "/v1/webhooks/" + id(TestKeys.ADMIN, healthy) + "/test";
            var tests = new ArrayList<Future<Response>>();
            for (var i = 0; i < 2; i++) {
                tests.add(threads.submit(() -> with(TestKeys.TRUSTED).post(silentTest)));
            }
            silent.await(2);
            with(TestKeys.TRUSTED)
                    .post(silentTest)
                    .then()
                    .statusCode(429)
                    .header("Retry-After", "5")
                    .body("code", equalTo("too-many-requests"))
                    .body("detail", containsString("2 deliveries at once"));
            with(TestKeys.ADMIN)
                    .post(healthyTest)
                    .then()
                    .statusCode(200)
                    .body("delivered", equalTo(true))
                    .time(lessThan(900L));
            for (var test : tests) {
                test.get().then().statusCode(200).body("error", equalTo("No answer within 1 seconds."));
            }
            answer.countDown();
        }
    }

    @Test
    void testsAreFewAMinuteForOneKey() throws Exception {
        try (var receiver = new WebhookReceiver()) {
            var test = "/v1/webhooks/" + id(TestKeys.EDITOR, receiver) + "/test";
            var redelivery = test.replace("test", "deliveries/1/redelivery");
            for (var i = 0; i < 10; i++) {
                with(TestKeys.EDITOR).post(test).then().statusCode(200);
            }
            with(TestKeys.EDITOR)
                    .post(test)
                    .then()
                    .statusCode(429)
                    .header("Retry-After", matchesPattern("[1-6]"))
                    .body("detail", containsString("10 test events and repeated deliveries a minute"));
            with(TestKeys.EDITOR).post(redelivery).then().statusCode(404);
            assertThat(receiver.received()).hasSize(10);
        }
    }

    @Test
    void hostIsLookedUpWithoutAConnectionAndWithinTheDeadline() throws Exception {
        try (var receiver = new WebhookReceiver();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var webhook = "/v1/webhooks/" + id(TestKeys.ADMIN, receiver);
            var answers = new ArrayList<Future<Response>>();
            for (var i = 0; i < 3; i++) {
                var body = "{\"url\": \"https://hooks-%d.silent.example/\"}".formatted(i);
                answers.add(threads.submit(() -> with(TestKeys.ADMIN)
                        .header("Idempotency-Key", "lookup " + body)
                        .contentType("application/json")
                        .body(body)
                        .post("/v1/webhooks")));
            }
            answers.add(threads.submit(() -> with(TestKeys.ADMIN)
                    .contentType("application/merge-patch+json")
                    .body("{\"url\": \"https://hooks.silent.example/\"}")
                    .patch(webhook)));
            try {
                await(() -> nameServers.waiting() == 4);
                // Each would hold one; the log is followed by one, and those of background jobs come and go.
                await(() -> connections.getMetrics().activeCount() == 1);
                with(TestKeys.ADMIN)
                        .contentType("application/json")
                        .body("{\"url\": \"https://hooks-4.silent.example/\"}")
                        .post("/v1/webhooks")
                        .then()
                        .statusCode(503)
                        .header("Retry-After", "5")
                        .body("detail", containsString("too many lookups"));
                for (var answer : answers) {
                    answer.get()
                            .then()
                            .statusCode(400)
                            .body("errors[0].field", equalTo("url"))
                            .body("detail", containsString("not found in time"))
                            .time(lessThan(2_250L));
                }
            } finally {
                nameServers.answer(4);
            }
            await(() -> nameServers.waiting() == 0);
            // A patch without a URL needs no lookup.
            with(TestKeys.ADMIN)
                    .contentType("application/merge-patch+json")
                    .body("{\"description\": \"Drops\"}")
                    .patch(webhook)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void webhookSentAgainWithItsKeyIsAddedOnce() throws Exception {
        try (var receiver = new WebhookReceiver()) {
            var body = "{\"url\": \"%s\"}".formatted(receiver.url());
            var first = addWithKey(body).then().statusCode(201).extract();
            var again = addWithKey(body).then().statusCode(201).extract();
            assertThat(again.asString()).isEqualTo(first.asString());
            assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        }
    }

    @Test
    void numberInsteadOfAHostIsRefused() {
        for (var host : List.of("0177.0.0.1", "0x7f.1", "2130706433", "[::ffff:7f00.1]")) {
            refuse("{\"url\": \"https://%s/\"}".formatted(host), "url");
        }
    }

    @Test
    void filterIsBounded() {
        var many = String.join("\", \"", Collections.nCopies(101, "new-balance"));
        for (var field : List.of("brand", "model", "source", "release")) {
            for (var slugs : List.of(many, "a-".repeat(60) + "a")) {
                owner().contentType("application/json")
                        .body("{\"url\": \"http://127.0.0.1:8443/\", \"filter\": {\"%s\": [\"%s\"]}}"
                                .formatted(field, slugs))
                        .post("/v1/webhooks")
                        .then()
                        .statusCode(400)
                        .body("code", equalTo("invalid-body"))
                        .body("errors.field", hasItem(containsString("filter." + field)));
            }
        }
    }

    private static Response addWithKey(String body) {
        return with(TestKeys.TRUSTED)
                .header("Idempotency-Key", "the shop's calendar")
                .contentType("application/json")
                .body(body)
                .post("/v1/webhooks");
    }

    /** Adds a webhook that never matches. */
    private static String id(Header key, WebhookReceiver receiver) {
        return with(key)
                .contentType("application/json")
                .body("{\"url\": \"%s\", \"state\": \"paused\"}".formatted(receiver.url()))
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (var tries = 0; !condition.getAsBoolean(); tries++) {
            assertThat(tries).as("too long").isLessThan(1_000);
            Thread.sleep(1);
        }
    }
}
