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

/** Who gets in with what, and what those are told who do not. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AccessTest {

    private static final String SECRET = "_" + "s3cr3t00".repeat(5);

    @Inject
    Keys keys;

    @Inject
    KeyCache known;

    @Inject
    Actor actor;

    @Inject
    Clock clock;

    @TestFactory
    Stream<DynamicTest> eachRoleMayDoWhatThoseBeforeItMay() {
        var headers = Map.of(
                Role.READER, TestKeys.READER,
                Role.CONTRIBUTOR, TestKeys.CONTRIBUTOR,
                Role.EDITOR, TestKeys.EDITOR,
                Role.ADMIN, TestKeys.ADMIN);
        return Stream.of(Role.values())
                .flatMap(had -> Stream.of(Role.values())
                        .map(needed -> DynamicTest.dynamicTest(had.word() + " at " + needed.word(), () -> {
                            var answer = given().header(headers.get(had)).post("/guarded/" + needed.word());
                            if (had.includes(needed)) {
                                assertThat(answer.statusCode()).isEqualTo(200);
                            } else {
                                assertThat(problem(answer, 403, "role-required"))
                                        .startsWith("This needs a key of the role " + needed.word() + "; yours, \"")
                                        .endsWith("\", is of the role " + had.word() + ".");
                            }
                        })));
    }

    @Test
    void withoutAKeyItIsSaidWhichRoleIsNeeded() {
        var answer = given().post("/guarded/editor");
        assertThat(problem(answer, 401, "key-required"))
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
        var answer = given().header("Authorization", "Bearer " + TestKeys.READER.getValue())
                .header(TestKeys.EDITOR)
                .get("/v1/brands");
        assertThat(problem(answer, 400, "malformed-request")).startsWith("The request carries two different keys.");
    }

    @Test
    void anotherSchemeIsNotOurs() {
        given().header("Authorization", "Basic c25lYWtlcjpmYW4=")
                .get("/v1/brands")
                .then()
                .statusCode(200);
        problem(given().header("Authorization", "Basic c25lYWtlcjpmYW4=").post("/guarded/reader"), 401, "key-required");
    }

    @TestFactory
    Stream<DynamicTest> keyThatIsNoneIsRefusedEvenToRead() {
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
                        var answer = given().header(header).get(address);
                        assertThat(problem(answer, 401, "invalid-key")).doesNotContain(editor.substring(20));
                    }
                }));
    }

    @Test
    void unknownIdAndWrongSecretAreToldAlike() {
        var unknown = given().header(header("solecast_nobody" + SECRET)).get("/v1/brands");
        var wrong = given().header(header("solecast_editor" + SECRET)).get("/v1/brands");
        assertThat(problem(unknown, 401, "invalid-key")).isEqualTo(problem(wrong, 401, "invalid-key"));
    }

    @Test
    void expiredKeyIsRefusedAndItsHolderToldSo() {
        var now = clock.instant();
        var expired = add("expired1", now);
        var lasting = add("lasting1", now.plus(Duration.ofSeconds(1)));
        assertThat(problem(given().header(expired).get("/v1/brands"), 401, "invalid-key"))
                .isEqualTo("This key, \"test expired1\", expired at " + now + ". Ask an admin for another.");
        given().header(lasting).get("/v1/brands").then().statusCode(200);
        // Whoever has only the id is told nothing.
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
        // As another node does it: nobody tells this one.
        QuarkusTransaction.requiringNew().run(() -> keys.findById("revoked1").revoke(clock.instant()));
        var end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        var answer = given().header(key).get("/v1/brands");
        while (answer.statusCode() == 200 && System.nanoTime() < end) {
            answer = given().header(key).get("/v1/brands");
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

    private static String problem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Request-Id")).isNotBlank();
        if (status == 401) {
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
        return answer.jsonPath().getString("detail");
    }
}
