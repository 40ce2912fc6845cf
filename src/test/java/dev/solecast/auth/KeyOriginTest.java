package dev.solecast.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.TestDatabase;
import dev.solecast.TestKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import org.junit.jupiter.api.Test;

/** Tests CORS and the origins of keys. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class KeyOriginTest {

    private static final String SITE = "https://drops.example";

    @Test
    void anyOriginMayReadWithoutCredentials() {
        var response = given().header("Origin", SITE).get("/v1/brands");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(SITE);
        assertThat(response.header("Access-Control-Allow-Credentials")).isNotEqualTo("true");
        assertThat(response.header("Access-Control-Expose-Headers").split(", ?"))
                .containsExactlyInAnyOrder(
                        "ETag",
                        "Link",
                        "Location",
                        "Retry-After",
                        "RateLimit",
                        "RateLimit-Policy",
                        "Solecast-Place",
                        "X-Request-Id");
    }

    @Test
    void preflightAllowsTheMethodsAndHeadersOfEditors() {
        for (var method : new String[] {"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"}) {
            var response = given().header("Origin", SITE)
                    .header("Access-Control-Request-Method", method)
                    .header(
                            "Access-Control-Request-Headers",
                            "authorization,content-type,idempotency-key,if-match,if-none-match,x-api-key")
                    .options("/v1/brands/nike");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(SITE);
            assertThat(response.header("Access-Control-Allow-Methods").split(", ?"))
                    .contains(method);
            assertThat(response.header("Access-Control-Allow-Headers")
                            .toLowerCase(java.util.Locale.ROOT)
                            .split(", ?"))
                    .contains(
                            "authorization",
                            "content-type",
                            "idempotency-key",
                            "if-match",
                            "if-none-match",
                            "x-api-key");
            assertThat(response.header("Access-Control-Max-Age")).isEqualTo("7200");
        }
    }

    @Test
    void keyWorksOnPagesOfItsOriginsOnly() {
        var issued = given().header(TestKeys.ADMIN)
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Drops page\", \"role\": \"reader\", \"origins\": [\"" + SITE + "\"]}")
                .post("/v1/keys");
        var key = new Header("X-API-Key", issued.jsonPath().getString("key"));
        given().header(key).header("Origin", SITE).get("/v1/brands").then().statusCode(200);
        given().header(key).get("/v1/brands").then().statusCode(200);
        for (var other : new String[] {"https://evil.example", "http://drops.example", SITE + ":8443", "null"}) {
            var refused = given().header(key).header("Origin", other).get("/v1/brands");
            refused.then().statusCode(403).contentType("application/problem+json");
            assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo(other);
            assertThat(refused.jsonPath().getString("code")).isEqualTo("origin-not-allowed");
            assertThat(refused.jsonPath().getString("detail"))
                    .isEqualTo("The key \"Drops page\" may not be used from pages of this origin, but from: " + SITE
                            + ".");
        }
    }

    @Test
    void keyWithoutOriginsIsForProgramsAndOurOwnPages() {
        given().header(TestKeys.EDITOR)
                .header("Origin", SITE)
                .post("/guarded/editor")
                .then()
                .statusCode(403);
        given().header(TestKeys.EDITOR)
                .header("Origin", "http://localhost:" + RestAssured.port)
                .post("/guarded/editor")
                .then()
                .statusCode(200);
    }
}
