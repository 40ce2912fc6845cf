package dev.solecast.webhook;

import static dev.solecast.webhook.WebhookOwner.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.solecast.Fixtures;
import dev.solecast.ShortWaits;
import dev.solecast.TestDatabase;
import dev.solecast.TestKeys;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.HashSet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Tests deliveries to a partner's server, and how the owner of the webhook controls them. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestProfile(ShortWaits.class)
class WebhookTest {

    private final Fixtures fixtures;
    private final Deliveries deliveries;
    private final EntityManager database;

    WebhookTest(Fixtures fixtures, Deliveries deliveries, EntityManager database) {
        this.fixtures = fixtures;
        this.deliveries = deliveries;
        this.database = database;
    }

    @Test
    void changeIsDeliveredSignedAsTheSpecificationSays() throws Exception {
        try (var receiver = new WebhookReceiver()) {
            fixtures.brand("pony", "Pony");
            var webhook = add(receiver, "{\"brand\": [\"pony\"]}");
            assertThat(webhook.getString("secret")).startsWith("whsec_");
            fixtures.model("topstar", "pony", "Topstar");
            var delivery = receiver.await(1).getFirst();
            assertThat(delivery.type()).isEqualTo("model.created");
            assertThat(delivery.json().path("timestamp").asText()).isEqualTo("2026-11-22T06:00:00Z");
            assertThat(delivery.json().path("data").path("slug").asText()).isEqualTo("topstar");
            assertThat(delivery.json().path("data").has("actor")).isFalse();
            assertThat(delivery.id()).isEqualTo("msg_" + webhook.getString("id") + "_" + delivery.sequence());
            assertThat(delivery.host()).isEqualTo("127.0.0.1:" + receiver.port());
            assertThat(delivery.signature()).isEqualTo(signature(webhook.getString("secret"), delivery));
            awaitState(webhook, found -> found.getLong("reached") == delivery.sequence());
        }
    }

    @Test
    void onlyChangesThatMatchTheFilterAreDelivered() throws Exception {
        try (var receiver = new WebhookReceiver()) {
            fixtures.brand("ektelon", "Ektelon");
            fixtures.brand("british-knights", "British Knights");
            add(receiver, "{\"brand\": [\"ektelon\"], \"type\": [\"model\"], \"kind\": [\"created\"]}");
            fixtures.model("bk-dymacel", "british-knights", "Dymacel");
            fixtures.model("ektelon-33-hi", "ektelon", "33 Hi");
            fixtures.release("ektelon-33-hi-orange", "ektelon-33-hi");
            fixtures.model("ektelon-focus", "ektelon", "Focus");
            assertThat(receiver.await(2))
                    .extracting(delivery ->
                            delivery.json().path("data").path("slug").asText())
                    .containsExactly("ektelon-33-hi", "ektelon-focus");
        }
    }

    @Test
    void failedDeliveryIsRetriedUnderItsIdBeforeLaterOnes() throws Exception {
        try (var receiver = new WebhookReceiver()) {
            fixtures.brand("troop", "Troop");
            var remaining = new CountDownLatch(4);
            receiver.responding(delivery -> {
                remaining.countDown();
                return new WebhookReceiver.Response(remaining.getCount() > 0 ? 500 : 200);
            });
            var webhook = add(receiver, "{\"brand\": [\"troop\"]}");
            fixtures.model("troop-slam-dunk", "troop", "Slam Dunk");
            fixtures.model("troop-cobra", "troop", "Cobra");
            var delivery = receiver.await(5);
            assertThat(delivery.subList(0, 4))
                    .extracting(WebhookReceiver.Received::id)
                    .hasSize(4)
                    .containsOnly(delivery.getFirst().id());
            assertThat(delivery.get(4).json().path("data").path("slug").asText())
                    .isEqualTo("troop-cobra");
            awaitState(
                    webhook,
                    found -> found.getLong("reached") == delivery.get(4).sequence());
            owner().get("/v1/webhooks/" + webhook.getString("id") + "/deliveries")
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "no-store")
                    .body("items.attempts", equalTo(Arrays.asList(1, 4)))
                    .body("items.status", equalTo(Arrays.asList("delivered", "delivered")))
                    .body("items[1].responseStatus", equalTo(200));
        }
    }

    @Test
    void failureIsShownToTheOwnerUntilItIsOver() throws Exception {
        try (var receiver = new WebhookReceiver().responding(503)) {
            fixtures.brand("avia-flame", "Avia Flame");
            var webhook = add(receiver, "{\"brand\": [\"avia-flame\"]}");
            fixtures.model("avia-880", "avia-flame", "880");
            var failing = awaitState(webhook, found -> found.getString("lastError") != null);
            assertThat(failing.getString("state")).isEqualTo("active");
            assertThat(failing.getString("lastError")).isEqualTo("The receiver answered 503.");
            assertThat(failing.getString("failingSince")).isNotNull();
            assertThat(failing.getString("nextAttemptAt")).isNotNull();
            owner().get("/v1/webhooks/" + webhook.getString("id") + "/deliveries?status=retrying")
                    .then()
                    .body("items", hasSize(1))
                    .body("items[0].error", equalTo("The receiver answered 503."));
            receiver.responding(200);
            var healthy = awaitState(webhook, found -> found.getString("lastError") == null);
            assertThat(healthy.getString("failingSince")).isNull();
        }
    }

    @Test
    void retryAfterOfTheReceiverIsRespected() throws Exception {
        try (var receiver = new WebhookReceiver()
                .responding(delivery -> new WebhookReceiver.Response(429, "Retry-After", "3600"))) {
            fixtures.brand("kaepa", "Kaepa");
            var webhook = add(receiver, "{\"brand\": [\"kaepa\"]}");
            fixtures.model("kaepa-curve", "kaepa", "Curve");
            var waiting = awaitState(webhook, found -> found.getString("nextAttemptAt") != null);
            var waitSeconds = QuarkusTransaction.requiringNew().call(() -> (Number) database.createNativeQuery(
                            "select extract(epoch from next_attempt_at - now()) from webhook where id = :id")
                    .setParameter("id", waiting.getString("id"))
                    .getSingleResult());
            assertThat(waitSeconds.doubleValue()).isBetween(3_500.0, 3_600.0);
            assertThat(receiver.received()).hasSize(1);
            // An owner who has repaired the receiver need not wait.
            receiver.responding(200);
            patch(webhook, "{\"state\": \"active\"}").then().statusCode(200).body("nextAttemptAt", nullValue());
            receiver.await(2);
        }
    }

    @Test
    void goneStopsTheWebhookUntilItsOwnerActivatesIt() throws Exception {
        try (var receiver = new WebhookReceiver().responding(410)) {
            fixtures.brand("spot-bilt", "Spot-Bilt");
            var webhook = add(receiver, "{\"brand\": [\"spot-bilt\"]}");
            fixtures.model("spot-bilt-x-press", "spot-bilt", "X-Press");
            awaitState(webhook, found -> found.getString("state").equals("gone"));
            fixtures.model("spot-bilt-juice", "spot-bilt", "Juice");
            assertThat(receiver.received()).hasSize(1);
            receiver.responding(200);
            patch(webhook, "{\"state\": \"active\"}")
                    .then()
                    .body("state", equalTo("active"))
                    .body("lastError", nullValue());
            assertThat(receiver.await(3).subList(1, 3))
                    .extracting(delivery ->
                            delivery.json().path("data").path("slug").asText())
                    .containsExactly("spot-bilt-x-press", "spot-bilt-juice");
        }
    }

    @Test
    void webhookThatFailsForFiveDaysIsDisabled() throws Exception {
        try (var receiver = new WebhookReceiver().responding(500)) {
            fixtures.brand("bruetting", "Bruetting");
            var webhook = add(receiver, "{\"brand\": [\"bruetting\"]}");
            fixtures.model("bruetting-beast", "bruetting", "Beast");
            receiver.await(1);
            set(webhook, "failing_since = now() - interval '5 days 1 minute'");
            var disabled = awaitState(webhook, found -> found.getString("state").equals("disabled"));
            assertThat(disabled.getString("lastError")).isEqualTo("The receiver answered 500.");
            assertThat(disabled.getString("failingSince")).isNotNull();
            receiver.responding(200);
            patch(webhook, "{\"state\": \"active\"}").then().statusCode(200);
            awaitState(webhook, found -> found.getString("failingSince") == null && found.getLong("reached") > 0);
        }
    }

    @Test
    void changeThatFailsForTwoDaysIsGivenUpAndCanBeDeliveredLater() throws Exception {
        try (var receiver = new WebhookReceiver()) {
            fixtures.brand("airwalk", "Airwalk");
            receiver.responding(
                    delivery -> new WebhookReceiver.Response(delivery.body().contains("airwalk-one") ? 400 : 200));
            var webhook = add(receiver, "{\"brand\": [\"airwalk\"]}");
            fixtures.model("airwalk-one", "airwalk", "One");
            fixtures.model("airwalk-disaster", "airwalk", "Disaster");
            receiver.await(2);
            set(webhook, "retrying_since = now() - interval '2 days 1 minute'");
            awaitDelivery(webhook, "delivered");
            var failed = awaitDelivery(webhook, "failed");
            receiver.responding(200);
            owner().post("/v1/webhooks/%s/deliveries/%d/redelivery"
                            .formatted(webhook.getString("id"), failed.getLong("items[0].place")))
                    .then()
                    .statusCode(200)
                    .body("delivered", equalTo(true))
                    .body("id", equalTo("msg_" + webhook.getString("id") + "_" + failed.getLong("items[0].place")));
            owner().get("/v1/webhooks/" + webhook.getString("id") + "/deliveries?status=failed")
                    .then()
                    .body("items", hasSize(0));
        }
    }

    @Test
    void pausedWebhookLosesNothing() throws Exception {
        try (var receiver = new WebhookReceiver()) {
            fixtures.brand("vision", "Vision");
            var webhook = add(receiver, "{\"brand\": [\"vision\"]}");
            patch(webhook, "{\"state\": \"paused\"}").then().body("state", equalTo("paused"));
            fixtures.model("vision-high", "vision", "High");
            patch(webhook, "{\"state\": \"active\"}").then().body("state", equalTo("active"));
            assertThat(receiver.await(1)
                            .getFirst()
                            .json()
                            .path("data")
                            .path("slug")
                            .asText())
                    .isEqualTo("vision-high");
        }
    }

    @Test
    void newFilterAndStartApplyFromTheNextDelivery() throws Exception {
        try (var receiver = new WebhookReceiver()) {
            fixtures.brand("gravis", "Gravis");
            fixtures.brand("dvs", "DVS");
            var webhook = add(receiver, "{\"brand\": [\"gravis\"]}");
            fixtures.model("gravis-rival", "gravis", "Rival");
            receiver.await(1);
            fixtures.model("dvs-revival", "dvs", "Revival");
            patch(webhook, "{\"filter\": {\"brand\": [\"dvs\"]}, \"after\": %d}".formatted(webhook.getLong("reached")))
                    .then()
                    .statusCode(200)
                    .body("filter.brand", equalTo(Arrays.asList("dvs")));
            assertThat(receiver.await(2).get(1).json().path("data").path("slug").asText())
                    .isEqualTo("dvs-revival");
        }
    }

    @Test
    void newSecretSignsTogetherWithTheOneBefore() throws Exception {
        try (var receiver = new WebhookReceiver()) {
            fixtures.brand("lugz", "Lugz");
            var webhook = add(receiver, "{\"brand\": [\"lugz\"]}");
            var rotated = owner().post("/v1/webhooks/" + webhook.getString("id") + "/secret")
                    .then()
                    .statusCode(200)
                    .body("secret", startsWith("whsec_"))
                    .body("previousSecretUntil", equalTo("2026-11-23T06:00:00Z"))
                    .extract()
                    .jsonPath();
            fixtures.model("lugz-drifter", "lugz", "Drifter");
            var delivery = receiver.await(1).getFirst();
            assertThat(delivery.signature())
                    .isEqualTo(signature(rotated.getString("secret"), delivery) + " "
                            + signature(webhook.getString("secret"), delivery));
            set(webhook, "previous_until = '2026-11-22T05:59:00Z'");
            fixtures.model("lugz-empire", "lugz", "Empire");
            var later = receiver.await(2).get(1);
            assertThat(later.signature()).isEqualTo(signature(rotated.getString("secret"), later));
        }
    }

    @Test
    void testEventReportsItsResult() throws Exception {
        try (var receiver = new WebhookReceiver()) {
            var webhook = add(receiver, "{}");
            var address = "/v1/webhooks/" + webhook.getString("id") + "/test";
            owner().post(address)
                    .then()
                    .statusCode(200)
                    .body("delivered", equalTo(true))
                    .body("responseStatus", equalTo(204))
                    .body("type", equalTo("test"))
                    .body("error", nullValue());
            assertThat(receiver.received()).anyMatch(delivery -> delivery.type().equals("test"));
            receiver.responding(delivery ->
                    new WebhookReceiver.Response(302, "Location", "http://169.254.169.254/latest/meta-data"));
            owner().post(address)
                    .then()
                    .statusCode(200)
                    .body("delivered", equalTo(false))
                    .body("error", containsString("a redirection is not followed"));
            receiver.close();
            owner().post(address)
                    .then()
                    .body("delivered", equalTo(false))
                    .body("responseStatus", nullValue())
                    .body("error", notNullValue());
            owner().delete("/v1/webhooks/" + webhook.getString("id"));
        }
    }

    @Test
    void unresponsiveReceiverDelaysNoOther() throws Exception {
        try (var hung = new WebhookReceiver();
                var healthy = new WebhookReceiver()) {
            var latch = new CountDownLatch(1);
            hung.responding(delivery -> {
                try {
                    latch.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return new WebhookReceiver.Response(200);
            });
            fixtures.brand("nautica", "Nautica");
            var hanging = add(hung, "{\"brand\": [\"nautica\"]}");
            add(healthy, "{\"brand\": [\"nautica\"]}");
            for (var i = 0; i < 5; i++) {
                fixtures.model("nautica-" + i, "nautica", "Nautica " + i);
            }
            healthy.await(5);
            assertThat(new HashSet<>(hung.received())
                            .stream().map(WebhookReceiver.Received::id).distinct())
                    .hasSizeLessThanOrEqualTo(1);
            awaitState(hanging, found -> "No answer within 1 seconds.".equals(found.getString("lastError")));
            owner().delete("/v1/webhooks/" + hanging.getString("id")).then().statusCode(204);
            latch.countDown();
        }
    }

    @Test
    void webhookIsVisibleToItsOwnerAndToAdminsOnly() throws Exception {
        try (var receiver = new WebhookReceiver()) {
            var webhook = add(receiver, "{\"kind\": [\"deleted\"]}");
            var address = "/v1/webhooks/" + webhook.getString("id");
            with(TestKeys.CONTRIBUTOR).get(address).then().statusCode(404).body("code", equalTo("not-found"));
            with(TestKeys.CONTRIBUTOR).delete(address).then().statusCode(404);
            with(TestKeys.CONTRIBUTOR).post(address + "/secret").then().statusCode(404);
            with(TestKeys.CONTRIBUTOR).post(address + "/test").then().statusCode(404);
            with(TestKeys.CONTRIBUTOR).get(address + "/deliveries").then().statusCode(404);
            with(TestKeys.CONTRIBUTOR).get("/v1/webhooks").then().body("items", hasSize(0));
            RestAssured.get("/v1/webhooks").then().statusCode(401);
            with(TestKeys.ADMIN)
                    .get(address)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "no-store")
                    .body("secret", nullValue());
            owner().get(address).then().header("ETag", startsWith("\""));
            with(TestKeys.ADMIN).delete(address).then().statusCode(204);
            owner().get(address).then().statusCode(404);
        }
    }

    @Test
    void invalidFieldIsNamed() {
        refuse("{\"url\": \"ftp://partner.example/\"}", "url");
        refuse("{\"url\": \"https://user:secret@partner.example/\"}", "url");
        refuse("{\"url\": \"http://127.0.0.1:22/\"}", "url");
        refuse("{\"url\": \"https://nobody.invalid/\"}", "url");
        refuse("{\"url\": \"http://127.0.0.1:8443/\", \"after\": 99999999}", "after");
        refuse("{\"url\": \"http://127.0.0.1:8443/\", \"state\": \"gone\"}", "state");
        refuse("{\"url\": \"http://127.0.0.1:8443/\", \"filter\": {\"brand\": [\"newbalance\"]}}", "filter.brand");
        refuse("{}", "url");
    }

    @Test
    void deliveryLogKeepsTheNewestOnly() throws Exception {
        try (var receiver = new WebhookReceiver()) {
            fixtures.brand("rbk", "Rbk");
            var webhook = add(receiver, "{\"brand\": [\"rbk\"]}");
            for (var i = 0; i < 5; i++) {
                fixtures.model("rbk-" + i, "rbk", "Rbk " + i);
            }
            var last = receiver.await(5).get(4).sequence();
            awaitState(webhook, found -> found.getLong("reached") == last);
            deliveries.purge();
            owner().get("/v1/webhooks/" + webhook.getString("id") + "/deliveries")
                    .then()
                    .body("items", hasSize(3))
                    .body("items[0].place", equalTo((int) last));
        }
    }

    private void set(JsonPath webhook, String assignment) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update webhook set " + assignment + " where id = :id")
                        .setParameter("id", webhook.getString("id"))
                        .executeUpdate());
    }
}
