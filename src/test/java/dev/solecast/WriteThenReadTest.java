package dev.solecast;

import static dev.solecast.Editor.patch;
import static dev.solecast.Editor.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Header;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Rumors, submissions, webhooks and keys: what a write answers is what a read answers. ({@code ReleaseValuesTest} has the
 * entries of the catalogue.)
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestProfile(ShortWaits.class)
class WriteThenReadTest {

    private static final String RUMOR = """
            {"source": "mephisto-watch", "kind": "report", "saidOn": "2026-11-20", "window": "2027-03",
             "statement": "In spring.", "url": "https://mephisto.example/1",
             "price": {"amount": "189.5", "currency": "EUR"}}""";

    @Inject
    Fixtures fixtures;

    @BeforeEach
    void addRelease() {
        if (given().get("/v1/brands/mephisto").statusCode() != 200) {
            fixtures.brand("mephisto", "Mephisto");
            fixtures.model("mephisto-match", "mephisto", "Match");
            fixtures.source("mephisto-watch", "community");
            fixtures.release("mephisto-match-fr", "mephisto-match");
        }
    }

    @Test
    void rumorIsReadAsItWasWrittenRetractedAndRedacted() {
        var written = post("/v1/releases/mephisto-match-fr/rumors", RUMOR);
        assertThat(written.statusCode()).isEqualTo(201);
        var address = "/v1/rumors/" + written.jsonPath().getInt("id");
        assertRead(TestKeys.EDITOR, address, written);
        var redacted = post(address + "/redaction", "{\"fields\": [\"statement\"], \"reason\": \"A name.\"}");
        assertThat(redacted.jsonPath().getString("statement")).isNull();
        assertRead(TestKeys.EDITOR, address, redacted);
        assertRead(TestKeys.EDITOR, address, post(address + "/retraction", "{\"reason\": \"That was the Rush.\"}"));
    }

    @Test
    void submissionIsListedAsItWasAnsweredAndRejected() {
        var waiting = send(
                TestKeys.CONTRIBUTOR, "/v1/releases/mephisto-match-fr/rumors", RUMOR.replace("2027-03", "2027-04"));
        assertThat(waiting.statusCode()).isEqualTo(202);
        assertListed(TestKeys.CONTRIBUTOR, "/v1/submissions?limit=100", waiting);
        var rejected = post(
                "/v1/submissions/" + waiting.jsonPath().getInt("id") + "/rejection",
                "{\"reason\": \"That was the Rush.\"}");
        assertListed(TestKeys.EDITOR, "/v1/submissions?limit=100", rejected);
    }

    @Test
    void webhookIsReadAsItWasWrittenButForItsSecret() {
        var added = post(
                "/v1/webhooks", "{\"url\": \"http://127.0.0.1:9999/hook\", \"filter\": {\"brand\": [\"mephisto\"]}}");
        assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
        Map<String, Object> written = added.jsonPath().getMap("$");
        written.remove("secret");
        var address = "/v1/webhooks/" + written.get("id");
        assertThat(read(TestKeys.EDITOR, address).jsonPath().<String, Object>getMap("$"))
                .isEqualTo(written);
        var paused = patch(address, "*", "{\"state\": \"paused\"}");
        assertThat(paused.jsonPath().getString("state")).isEqualTo("paused");
        assertRead(TestKeys.EDITOR, address, paused);
    }

    @Test
    void keyIsReadAsItWasIssuedButForItsSecret() {
        var issued = send(
                TestKeys.ADMIN,
                "/v1/keys",
                "{\"name\": \"Mephisto bot\", \"role\": \"reader\", \"expiresAt\": \"2027-11-22T06:00:00.1234567Z\"}");
        assertThat(issued.statusCode()).isEqualTo(201);
        Map<String, Object> written = issued.jsonPath().getMap("$");
        written.remove("key");
        assertThat(read(TestKeys.ADMIN, issued.header("Location")).jsonPath().<String, Object>getMap("$"))
                .isEqualTo(written);
    }

    private static Response send(Header key, String address, String body) {
        return given().header(key).contentType("application/json").body(body).post(address);
    }

    private static Response read(Header key, String address) {
        return given().header(key).get(address);
    }

    private static void assertRead(Header key, String address, Response written) {
        assertThat(read(key, address).asString()).isEqualTo(written.asString());
    }

    private static void assertListed(Header key, String list, Response written) {
        assertThat(read(key, list).jsonPath().<Object>getList("items"))
                .contains(written.jsonPath().<Object>get("$"));
    }
}
