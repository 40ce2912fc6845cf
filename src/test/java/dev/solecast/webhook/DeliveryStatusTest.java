package dev.solecast.webhook;

import static dev.solecast.webhook.WebhookOwner.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.Fixtures;
import dev.solecast.ShortWaits;
import dev.solecast.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The status of a delivery says what will happen to it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestProfile(ShortWaits.class)
class DeliveryStatusTest {

    private final Fixtures fixtures;
    private final EntityManager database;

    DeliveryStatusTest(Fixtures fixtures, EntityManager database) {
        this.fixtures = fixtures;
        this.database = database;
    }

    @Test
    void deliveryAnsweredGoneHasFailed() throws Exception {
        try (var receiver = new WebhookReceiver().responding(503)) {
            var webhook = withFailingDelivery("springcourt", receiver);
            receiver.responding(410);
            var gone = awaitState(webhook, found -> found.getString("state").equals("gone"));
            assertThat(gone.getString("nextAttemptAt")).isNull();
            assertThat(statuses(webhook)).isEqualTo("[failed]");
            receiver.responding(200);
            patch(webhook, "{\"state\": \"active\"}").then().statusCode(200);
            awaitDelivery(webhook, "delivered");
            assertThat(statuses(webhook)).isEqualTo("[delivered]");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dada-supreme, failing_since = now() - interval '6 days'",
        "mihara, owner = 'nobody: ' || owner",
    })
    void deliveryOfADisabledWebhookHasFailed(String brand, String cause) throws Exception {
        try (var receiver = new WebhookReceiver().responding(503)) {
            var webhook = withFailingDelivery(brand, receiver);
            set(webhook, cause);
            awaitRow(webhook, "state = 'disabled' and next_attempt_at is null and attempts = 0");
            set(webhook, "owner = replace(owner, 'nobody: ', '')");
            assertThat(statuses(webhook)).isEqualTo("[failed]");
        }
    }

    @Test
    void deliveryOfAPausedWebhookWaitsForIt() throws Exception {
        try (var receiver = new WebhookReceiver().responding(503)) {
            var webhook = withFailingDelivery("bensimon", receiver);
            patch(webhook, "{\"state\": \"paused\"}").then().statusCode(200);
            assertThat(statuses(webhook)).isEqualTo("[retrying]");
            assertThat(get(webhook).getString("nextAttemptAt")).isNull();
            receiver.responding(200);
            patch(webhook, "{\"state\": \"active\"}").then().statusCode(200);
            awaitDelivery(webhook, "delivered");
        }
    }

    @ParameterizedTest
    @CsvSource({"pf-flyers, '{\"filter\": {\"kind\": [\"deleted\"]}}'", "huili, '{\"after\": %d}'"})
    void deliveryThatIsPassedOverHasFailed(String brand, String change) throws Exception {
        try (var receiver = new WebhookReceiver().responding(503)) {
            var webhook = withFailingDelivery(brand, receiver);
            var place = owner().get("/v1/webhooks/" + webhook.getString("id") + "/deliveries")
                    .jsonPath()
                    .getLong("items[0].place");
            patch(webhook, change.formatted(place)).then().statusCode(200);
            awaitDelivery(webhook, "failed");
        }
    }

    @Test
    void changeThatTheOwnerHasHadDeliveredIsNotTriedAgain() throws Exception {
        try (var receiver = new WebhookReceiver()
                .responding(delivery -> new WebhookReceiver.Response(503, "Retry-After", "3600"))) {
            var webhook = withFailingDelivery("tiger-claw", receiver);
            var deliveries = "/v1/webhooks/" + webhook.getString("id") + "/deliveries";
            var place = owner().get(deliveries).jsonPath().getLong("items[0].place");
            receiver.responding(200);
            owner().post(deliveries + "/" + place + "/redelivery").then().statusCode(200);
            assertThat(statuses(webhook)).isEqualTo("[delivered]");
            assertThat(get(webhook).getLong("reached")).isEqualTo(place);
            assertThat(get(webhook).getString("nextAttemptAt")).isNull();
            fixtures.model("tiger-claw-stable", "tiger-claw", "Stable");
            assertThat(receiver.await(3).getLast().body()).contains("tiger-claw-stable");
        }
    }

    /** Adds a webhook with one delivery, which is retried again and again. */
    private JsonPath withFailingDelivery(String brand, WebhookReceiver receiver) throws InterruptedException {
        fixtures.brand(brand, brand);
        var webhook = add(receiver, "{\"brand\": [\"" + brand + "\"]}");
        fixtures.model(brand + "-runner", brand, "Runner");
        awaitDelivery(webhook, "retrying");
        return webhook;
    }

    private static String statuses(JsonPath webhook) {
        return owner().get("/v1/webhooks/" + webhook.getString("id") + "/deliveries")
                .jsonPath()
                .getList("items.status")
                .toString();
    }

    private static JsonPath get(JsonPath webhook) {
        return owner().get("/v1/webhooks/" + webhook.getString("id")).jsonPath();
    }

    private void set(JsonPath webhook, String assignment) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update webhook set " + assignment + " where id = :id")
                        .setParameter("id", webhook.getString("id"))
                        .executeUpdate());
    }

    private void awaitRow(JsonPath webhook, String condition) throws InterruptedException {
        for (var tries = 0; ; tries++) {
            var found = QuarkusTransaction.requiringNew()
                    .call(() -> database.createNativeQuery("select 1 from webhook where id = :id and " + condition)
                            .setParameter("id", webhook.getString("id"))
                            .getResultList());
            if (!found.isEmpty()) {
                return;
            }
            assertThat(tries).as(condition).isLessThan(400);
            Thread.sleep(50);
        }
    }
}
