package dev.solecast.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.TestDatabase;
import dev.solecast.TestKeys;
import dev.solecast.http.Actor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests access by key: the keys that are accepted, the roles, and the problems of refused requests. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AccessTest {

    private static final String SECRET = "_" + "s3cr3t00".repeat(5);

    @Inject
    Keys keys;

    @Inject
    Actor actor;

    @Inject
    Clock clock;

    @TestFactory
    Stream<DynamicTest> eachRoleIncludesTheRolesBeforeIt() {
        var headers = Map.of(
                Role.READER, TestKeys.READER,
                Role.CONTRIBUTOR, TestKeys.CONTRIBUTOR,
                Role.EDITOR, TestKeys.EDITOR,
                Role.ADMIN, TestKeys.ADMIN);
        return Stream.of(Role.values())
                .flatMap(held -> Stream.of(Role.values())
                        .map(required -> DynamicTest.dynamicTest(held.wireName() + " at " + required.wireName(), () -> {
                            var response = given().header(headers.get(held)).post("/guarded/" + required.wireName());
                            if (held.includes(required)) {
                                assertThat(response.statusCode()).isEqualTo(200);
                            } else {
                                assertThat(problem(response, 403, "role-required"))
                                        .startsWith(
                                                "This needs a key of the role " + required.wireName() + "; yours, \"")
                                        .endsWith("\", is of the role " + held.wireName() + ".");
                            }
                        })));
    }

    @Test
    void withoutAKeyTheProblemNamesTheRoleNeeded() {
        var response = given().post("/guarded/editor");
        assertThat(problem(response, 401, "key-required"))
                .isEqualTo("This needs a key of the role editor, sent as Authorization: Bearer or as X-API-Key.");
    }

    @Test
    void actorIsTheHolderOfTheKey() {
        assertThat(given().header(TestKeys.EDITOR).post("/guarded/editor").asString())
                .isEqualTo("Ada");
        assertThat(given().header(TestKeys.READER).get("/guarded").asString()).isEqualTo("Drops app");
    }

    @Test
    void actorWithoutAKeyOrARequestIsTheService() {
        assertThat(given().get("/guarded").asString()).isEqualTo("solecast");
        assertThat(actor.name()).isEqualTo("solecast");
    }

    @Test
    void bearerIsReadInAnyCaseAndTheSameKeyMayBeSentTwice() {
        var text = TestKeys.EDITOR.getValue();
        for (var scheme : List.of("Bearer", "bearer", "BEARER")) {
            given().header("Authorization", scheme + " " + text)
                    .post("/guarded/editor")
                    .then()
                    .statusCode(200);
        }
        given().header("Authorization", "Bearer " + text)
                .header(TestKeys.EDITOR)
                .post("/guarded/editor")
                .then()
                .statusCode(200);
    }

    @Test
    void twoDifferentKeysAreRefused() {
        var response = given().header("Authorization", "Bearer " + TestKeys.READER.getValue())
                .header(TestKeys.EDITOR)
                .get("/v1/brands");
        assertThat(problem(response, 400, "malformed-request")).startsWith("The request carries two different keys.");
    }

    @Test
    void otherSchemesAreIgnored() {
        given().header("Authorization", "Basic c25lYWtlcjpmYW4=")
                .get("/v1/brands")
                .then()
                .statusCode(200);
        problem(given().header("Authorization", "Basic c25lYWtlcjpmYW4=").post("/guarded/reader"), 401, "key-required");
    }

    @TestFactory
    Stream<DynamicTest> invalidKeyIsRefusedEvenToRead() {
        var editor = TestKeys.EDITOR.getValue();
        return Stream.of(
                        header(""),
                        header("new-balance-1000"),
                        header(editor.substring(0, 30)),
                        header(editor + "é"),
                        header("solecast_nobody" + SECRET),
                        header("solecast_editor" + SECRET),
                        new Header("Authorization", editor),
                        new Header("Authorization", "Token " + editor),
                        new Header("Authorization", "Bearer"),
                        new Header("Authorization", "Bearer " + editor.toUpperCase(java.util.Locale.ROOT)))
                .map(header -> DynamicTest.dynamicTest(header.toString(), () -> {
                    for (var address : List.of("/v1/brands", "/v1/nowhere", "/openapi", "/docs/problems")) {
                        var response = given().header(header).get(address);
                        assertThat(problem(response, 401, "invalid-key")).doesNotContain(editor.substring(20));
                    }
                }));
    }

    @Test
    void unknownIdAndWrongSecretGetTheSameProblem() {
        var unknown = given().header(header("solecast_nobody" + SECRET)).get("/v1/brands");
        var wrong = given().header(header("solecast_editor" + SECRET)).get("/v1/brands");
        assertThat(problem(unknown, 401, "invalid-key")).isEqualTo(problem(wrong, 401, "invalid-key"));
    }

    @Test
    void expiredKeyIsRefusedWithTheTimeOfItsExpiry() {
        var now = clock.instant();
        var expired = add("expired1", now);
        var lasting = add("lasting1", now.plus(Duration.ofSeconds(1)));
        assertThat(problem(given().header(expired).get("/v1/brands"), 401, "invalid-key"))
                .isEqualTo("This key, \"test expired1\", expired at " + now + ". Ask an admin for another.");
        given().header(lasting).get("/v1/brands").then().statusCode(200);
        // A caller who knows only the id learns nothing.
        assertThat(problem(
                        given().header(header("solecast_expired1_" + "wrong".repeat(8)))
                                .get("/v1/brands"),
                        401,
                        "invalid-key"))
                .startsWith("There is no such key.");
    }

    @Test
    void revokedKeyIsRefusedWithinASecondOnEveryNode() {
        var key = add("revoked1", null);
        given().header(key).get("/v1/brands").then().statusCode(200);
        // As on another node, which does not update the cache of this one.
        QuarkusTransaction.requiringNew().run(() -> keys.findById("revoked1").revoke(clock.instant()));
        var deadline = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        var response = given().header(key).get("/v1/brands");
        while (response.statusCode() == 200 && System.nanoTime() < deadline) {
            response = given().header(key).get("/v1/brands");
        }
        assertThat(problem(given().header(key).get("/v1/brands"), 401, "invalid-key"))
                .startsWith("This key, \"test revoked1\", was revoked at " + clock.instant());
    }

    private Header add(String id, @Nullable Instant expiresAt) {
        var text = KeyText.parse("solecast_" + id + SECRET).orElseThrow();
        QuarkusTransaction.requiringNew().run(() -> {
            if (keys.findById(id) == null) {
                keys.persist(new ApiKey(text, "test " + id, Role.EDITOR, false, List.of(), expiresAt, clock.instant()));
            }
        });
        return header(text.reveal());
    }

    private static Header header(String key) {
        return new Header("X-API-Key", key);
    }

    private static String problem(Response response, int status, String code) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.header("X-Request-Id")).isNotBlank();
        if (status == 401) {
            assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
        assertThat(response.jsonPath().getString("code")).isEqualTo(code);
        return response.jsonPath().getString("detail");
    }
}
