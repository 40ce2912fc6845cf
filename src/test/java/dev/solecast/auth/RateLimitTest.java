package dev.solecast.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.TestDatabase;
import dev.solecast.TestKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Behind a trusted proxy, so that each test calls from its own addresses. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestProfile(RateLimitTest.Low.class)
class RateLimitTest {

    /** Low limits, and one proxy that is trusted. */
    public static final class Low implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "solecast.limits.anonymous", "5",
                    "solecast.limits.contributor", "3",
                    "solecast.limits.editor", "8",
                    "solecast.limits.failed-logins", "3",
                    "solecast.trusted-proxies", "127.0.0.1",
                    "quarkus.http.access-log.enabled", "true");
        }
    }

    private static final Pattern LEFT = Pattern.compile("\"([a-z-]+)\";r=(\\d+);t=(\\d+)");
    private static final Header WRONG = new Header("X-API-Key", "solecast_nobody_" + "wrong".repeat(8));

    @Test
    void headersStateTheRemainingQuota() {
        for (int left = 4; left >= 0; left--) {
            var response = from("192.0.2.1").get("/v1/brands?limit=1");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.header("RateLimit-Policy")).isEqualTo("\"anonymous\";q=5;w=60");
            assertThat(left(response, "anonymous")).isEqualTo(left);
        }
        var refused = from("192.0.2.1").get("/v1/brands?limit=1");
        refused.then().statusCode(429).contentType("application/problem+json");
        assertThat(left(refused, "anonymous")).isZero();
        assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
        assertThat(refused.header("RateLimit")).endsWith(";t=" + refused.header("Retry-After"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("too-many-requests");
        assertThat(refused.jsonPath().getString("detail"))
                .isEqualTo("5 tokens a minute are allowed without a key. Try again in " + refused.header("Retry-After")
                        + " seconds, or use a key.");
        from("192.0.2.2").get("/v1/brands?limit=1").then().statusCode(200);
        from("192.0.2.1")
                .header(TestKeys.EDITOR)
                .get("/v1/brands?limit=1")
                .then()
                .statusCode(200);
    }

    @Test
    void everyRequestCounts() {
        from("192.0.2.3").get("/docs/problems").then().statusCode(200);
        from("192.0.2.3").get("/v1/nowhere").then().statusCode(404);
        from("192.0.2.3").post("/v1/keys").then().statusCode(401);
        from("192.0.2.3").get("/v1/brands?colour=pink").then().statusCode(400);
        assertThat(left(from("192.0.2.3").get("/openapi"), "anonymous")).isZero();
        from("192.0.2.3").get("/docs").then().statusCode(429);
    }

    @Test
    void notModifiedResponseCostsATenth() {
        var tag = from("192.0.2.4").get("/v1/brands/nike").header("ETag");
        for (int tenths = 39; tenths >= 31; tenths--) {
            var unchanged = from("192.0.2.4").header("If-None-Match", tag).get("/v1/brands/nike");
            assertThat(unchanged.statusCode()).isEqualTo(304);
            assertThat(left(unchanged, "anonymous")).isEqualTo(tenths / 10);
        }
        assertThat(left(from("192.0.2.4").get("/v1/brands/nike"), "anonymous")).isEqualTo(2);
    }

    @Test
    void answerThatIsComputedCostsItsPriceAndACachedOneAToken() {
        assertThat(left(from("192.0.2.5").get("/v1/search?q=pegasus+premium"), "anonymous"))
                .isEqualTo(3);
        assertThat(left(from("192.0.2.5").get("/v1/search?q=pegasus+premium"), "anonymous"))
                .isEqualTo(2);
    }

    @Test
    void requestThatCostsMoreThanIsLeftIsRefusedForOneToken() {
        from("192.0.2.6").get("/v1/brands?limit=1").then().statusCode(200);
        var refused = from("192.0.2.6").get("/v1/releases?asOf=2026-03-01");
        refused.then().statusCode(429).contentType("application/problem+json");
        assertThat(left(refused, "anonymous")).isEqualTo(3);
        assertThat(refused.header("RateLimit")).endsWith(";t=" + refused.header("Retry-After"));
        assertThat(refused.jsonPath().getString("detail"))
                .startsWith("This request costs 5 tokens, which are more than are left. 5 tokens a minute are allowed");
        from("192.0.2.7").get("/v1/releases?asOf=2026-03-01").then().statusCode(200);
    }

    @Test
    void surchargesAddUpAndAreDueOnlyForTheValuesThatCostMore() {
        assertThat(left(from("192.0.2.8").get("/v1/models?limit=51&include=total"), "anonymous"))
                .isEqualTo(2);
        assertThat(left(from("192.0.2.8").get("/v1/models?limit=50"), "anonymous"))
                .isEqualTo(1);
    }

    @Test
    void requestWithoutAPlaceForItsWorkPaysOnlyForBeingRead() {
        assertThat(left(from("192.0.2.9").get("/v1/calendar.ics?include=total"), "anonymous"))
                .isLessThan(5);
    }

    @Test
    void keyHasItsOwnLimitWhereverItIsUsed() {
        for (int left = 2; left >= 0; left--) {
            var response =
                    from("192.0.2." + (10 + left)).header(TestKeys.TRUSTED).get("/v1/brands/nike");
            assertThat(response.header("RateLimit-Policy")).isEqualTo("\"contributor\";q=3;w=60");
            assertThat(left(response, "contributor")).isEqualTo(left);
        }
        var refused = from("192.0.2.13").header(TestKeys.TRUSTED).get("/v1/brands/nike");
        refused.then().statusCode(429);
        assertThat(refused.jsonPath().getString("detail")).startsWith("3 tokens a minute are allowed with this key.");
        from("192.0.2.13")
                .header(TestKeys.CONTRIBUTOR)
                .get("/v1/brands/nike")
                .then()
                .statusCode(200);
    }

    @Test
    void addressWithManyWrongKeysMayUseOnlyKeysThatWorkedThere() {
        var address = "192.0.2.20";
        from(address).header(TestKeys.READER).get("/v1/brands/nike").then().statusCode(200);
        for (int left = 2; left >= 0; left--) {
            var response = from(address).header(WRONG).get("/v1/brands/nike");
            response.then().statusCode(401);
            assertThat(left(response, "failed-logins")).isEqualTo(left);
        }
        var refused = from(address).header(WRONG).get("/v1/brands/nike");
        refused.then().statusCode(429);
        assertThat(refused.header("Retry-After")).matches("[1-9]\\d?");
        from(address).header(TestKeys.ADMIN).get("/v1/brands/nike").then().statusCode(429);

        from(address).header(TestKeys.READER).get("/v1/brands/nike").then().statusCode(200);
        from(address).get("/v1/brands/nike").then().statusCode(200);
        from("192.0.2.21").header(TestKeys.ADMIN).get("/v1/brands/nike").then().statusCode(200);
    }

    @Test
    void addressesOfOneIpv6NetworkShareAQuota() {
        for (int host = 1; host <= 5; host++) {
            from("2001:db8:1:1::" + host).get("/v1/brands/nike").then().statusCode(200);
        }
        from("2001:db8:1:1:ffff::6").get("/v1/brands/nike").then().statusCode(429);
        from("2001:db8:1:2::6").get("/v1/brands/nike").then().statusCode(200);
    }

    @Test
    void pageCanReadTheRefusalAndItsPreflightIsNotCounted() {
        for (int request = 0; request < 20; request++) {
            from("192.0.2.30")
                    .header("Origin", "https://drops.example")
                    .header("Access-Control-Request-Method", "GET")
                    .options("/v1/brands")
                    .then()
                    .statusCode(200);
        }
        for (int request = 0; request < 5; request++) {
            from("192.0.2.30").get("/v1/brands/nike").then().statusCode(200);
        }
        var refused =
                from("192.0.2.30").header("Origin", "https://drops.example").get("/v1/brands/nike");
        refused.then().statusCode(429);
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("https://drops.example");
        assertThat(refused.header("Access-Control-Expose-Headers").split(", ?"))
                .contains("Retry-After", "RateLimit", "RateLimit-Policy");
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    private static int left(Response response, String policy) {
        var read = LEFT.matcher(response.header("RateLimit"));
        assertThat(read.matches()).as(response.header("RateLimit")).isTrue();
        assertThat(read.group(1)).isEqualTo(policy);
        assertThat(Integer.parseInt(read.group(3))).isBetween(1, 60);
        return Integer.parseInt(read.group(2));
    }
}
