package dev.solecast.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.TestDatabase;
import dev.solecast.TestKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Issues, lists and revokes keys over HTTP. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class KeysTest {

    @Inject
    KeyUsage keyUsage;

    @Test
    void issuedKeyIsShownOnceAndWorks() {
        var issued = issue("""
                {"name": "Sole Digest", "role": "contributor", "trusted": true, "origins": ["https://digest.example"],
                 "expiresAt": "2027-03-01T00:00:00Z"}""");
        issued.then().statusCode(201);
        var json = issued.jsonPath();
        var id = json.getString("id");
        var key = json.getString("key");
        assertThat(key).matches("solecast_[0-9a-z]{8}_[0-9a-z]{32}").startsWith("solecast_" + id + "_");
        assertThat(issued.header("Location")).endsWith("/v1/keys/" + id);
        assertThat(issued.header("Cache-Control")).isEqualTo("no-store");

        var shown = given().header(TestKeys.ADMIN).get("/v1/keys/" + id);
        assertThat(shown.header("Cache-Control")).isEqualTo("no-store");
        assertThat(shown.asString())
                .isEqualTo("{\"id\":\"" + id + "\",\"name\":\"Sole Digest\",\"role\":\"contributor\","
                        + "\"trusted\":true,\"origins\":[\"https://digest.example\"],"
                        + "\"createdAt\":\"2026-11-22T06:00:00Z\",\"expiresAt\":\"2027-03-01T00:00:00Z\","
                        + "\"lastUsedAt\":null,\"revokedAt\":null}");
        var mine = given().header("Authorization", "Bearer " + key).get("/v1/keys/me");
        assertThat(mine.asString()).isEqualTo(shown.asString());
    }

    @Test
    void revokedKeyIsRefusedAtOnceAndStaysListed() {
        var issued =
                issue("{\"name\": \"Lost on a train\", \"role\": \"editor\"}").jsonPath();
        var address = "/v1/keys/" + issued.getString("id");
        given().header("X-API-Key", issued.getString("key"))
                .get("/v1/keys/me")
                .then()
                .statusCode(200);
        for (int attempt = 0; attempt < 2; attempt++) {
            given().header(TestKeys.ADMIN).delete(address).then().statusCode(204);
            given().header("X-API-Key", issued.getString("key"))
                    .get("/v1/keys/me")
                    .then()
                    .statusCode(401);
        }
        assertThat(given().header(TestKeys.ADMIN).get(address).jsonPath().getString("revokedAt"))
                .isEqualTo("2026-11-22T06:00:00Z");
    }

    @Test
    void listIsByNameInPagesAndHoldsNoSecret() {
        IntStream.range(0, 3).forEach(i -> issue("{\"name\": \"page " + i + "\", \"role\": \"reader\"}"));
        var first = given().header(TestKeys.ADMIN).get("/v1/keys?role=reader,contributor&limit=2&include=total");
        var second = given().header(TestKeys.ADMIN).get(first.jsonPath().getString("next"));
        assertThat(first.jsonPath().getInt("total")).isGreaterThanOrEqualTo(6);
        List<String> names = new java.util.ArrayList<>(first.jsonPath().getList("items.name"));
        names.addAll(second.jsonPath().getList("items.name"));
        assertThat(names).hasSize(4).isSorted();
        assertThat(first.asString()).doesNotContain("key\"", "secret", "hash");
    }

    @Test
    void lastUseIsWrittenLater() {
        var issued = issue("{\"name\": \"Seldom used\", \"role\": \"reader\"}").jsonPath();
        var address = "/v1/keys/" + issued.getString("id");
        given().header("X-API-Key", issued.getString("key"))
                .get("/v1/brands")
                .then()
                .statusCode(200);
        assertThat(given().header(TestKeys.ADMIN).get(address).jsonPath().getString("lastUsedAt"))
                .isNull();
        keyUsage.write();
        assertThat(given().header(TestKeys.ADMIN).get(address).jsonPath().getString("lastUsedAt"))
                .isEqualTo("2026-11-22T06:00:00Z");
    }

    @Test
    void nameStaysTakenEvenOfARevokedKey() {
        var id = issue("{\"name\": \"Only one\", \"role\": \"reader\"}")
                .jsonPath()
                .getString("id");
        given().header(TestKeys.ADMIN).delete("/v1/keys/" + id).then().statusCode(204);
        var again = issue("{\"name\": \"Only one\", \"role\": \"editor\"}");
        again.then().statusCode(409);
        assertThat(again.jsonPath().getString("errors[0].field")).isEqualTo("name");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    name         | {"role": "reader"}
                    name         | {"name": " ", "role": "reader"}
                    name         | {"name": "Solecast", "role": "reader"}
                    name         | {"name": "two\\nlines", "role": "reader"}
                    role         | {"name": "No role"}
                    trusted      | {"name": "Trusted reader", "role": "reader", "trusted": true}
                    expiresAt    | {"name": "Over", "role": "reader", "expiresAt": "2026-11-22T06:00:00Z"}
                    origins[0]   | {"name": "Any", "role": "reader", "origins": ["*"]}
                    origins[1]   | {"name": "Path", "role": "reader", "origins": ["https://a.example", "https://b.example/"]}
                    origins[0]   | {"name": "Null", "role": "reader", "origins": [null]}
                    """)
    void invalidFieldIsNamed(String field, String body) {
        var refused = issue(body);
        refused.then().statusCode(400);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("invalid-body");
        assertThat(refused.jsonPath().getString("errors[0].field")).isEqualTo(field);
    }

    @Test
    void unknownKeyIsNotFound() {
        given().header(TestKeys.ADMIN).get("/v1/keys/nokey").then().statusCode(404);
        given().header(TestKeys.ADMIN).delete("/v1/keys/nokey").then().statusCode(404);
    }

    private static Response issue(String body) {
        return given().header(TestKeys.ADMIN)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/keys");
    }
}
