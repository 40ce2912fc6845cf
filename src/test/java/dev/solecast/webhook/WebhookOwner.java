package dev.solecast.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.solecast.TestKeys;
import io.restassured.RestAssured;
import io.restassured.http.Header;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Base64;
import java.util.function.Predicate;

/** The requests of the owner of webhooks. */
final class WebhookOwner {

    private WebhookOwner() {}

    static String signature(String secret, WebhookReceiver.Received delivery) throws Exception {
        return new com.standardwebhooks.Webhook(Base64.getDecoder().decode(secret.substring("whsec_".length())))
                .sign(delivery.id(), Long.parseLong(delivery.timestamp()), delivery.body());
    }

    static JsonPath add(WebhookReceiver receiver, String filter) {
        return owner().contentType("application/json")
                .body("{\"url\": \"%s\", \"filter\": %s}".formatted(receiver.url(), filter))
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/webhooks/wh_"))
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
    }

    static void refuse(String body, String field) {
        owner().contentType("application/json")
                .body(body)
                .post("/v1/webhooks")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-body"))
                .body("errors[0].field", equalTo(field));
    }

    static Response patch(JsonPath webhook, String patch) {
        return owner().contentType("application/merge-patch+json")
                .body(patch)
                .patch("/v1/webhooks/" + webhook.getString("id"));
    }

    static JsonPath awaitState(JsonPath webhook, Predicate<JsonPath> condition) throws InterruptedException {
        return await("/v1/webhooks/" + webhook.getString("id"), condition);
    }

    static JsonPath awaitDelivery(JsonPath webhook, String status) throws InterruptedException {
        return await(
                "/v1/webhooks/" + webhook.getString("id") + "/deliveries?status=" + status,
                found -> !found.getList("items").isEmpty());
    }

    static JsonPath await(String address, Predicate<JsonPath> condition) throws InterruptedException {
        for (var tries = 0; ; tries++) {
            var found = owner().get(address).then().statusCode(200).extract().jsonPath();
            if (condition.test(found)) {
                return found;
            }
            assertThat(tries).as(found.prettify()).isLessThan(400);
            Thread.sleep(50);
        }
    }

    static RequestSpecification owner() {
        return with(TestKeys.READER);
    }

    static RequestSpecification with(Header key) {
        return RestAssured.given().header(key);
    }
}
