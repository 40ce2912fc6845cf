package dev.solecast.release.intake;

import static dev.solecast.Editor.editor;
import static dev.solecast.Editor.last;
import static dev.solecast.Editor.post;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import dev.solecast.TestKeys;
import dev.solecast.http.Slug;
import dev.solecast.release.Releases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rumors of editors and contributors, their review, retraction and redaction, and the changes that follow. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RumorIntakeTest {

    private static final String REPORT = """
            {"source": "veja-watch", "kind": "report", "saidOn": "2026-11-20", "window": "2027-03",
             "url": "https://veja.example/condor", "statement": "The Condor 3 comes in March."}
            """;

    @Inject
    Fixtures fixtures;

    @Inject
    Releases releases;

    @Inject
    DataSource database;

    private int releaseCount;
    private String release;

    @BeforeAll
    void addModelAndSources() {
        fixtures.brand("veja", "Veja");
        fixtures.model("veja-condor-3", "veja", "Condor 3");
        fixtures.source("veja-watch", "publication");
        fixtures.source("veja-itself", "brand");
    }

    @BeforeEach
    void addRelease() {
        release = "veja-condor-3-drop-" + ++releaseCount;
        fixtures.release(release, "veja-condor-3");
    }

    @Test
    void editorsRumorCountsAtOnceAndMovesTheRelease() {
        var before = last();
        submit(TestKeys.EDITOR, REPORT)
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/rumors/"))
                .body("window.label", equalTo("March 2027"));
        get("/v1/releases/" + release).then().body("date.edtf", equalTo("2027-03"));
        get("/v1/changes?release=" + release + "&after=" + before)
                .then()
                .body("items.kind", contains("rumor-added", "date-changed", "forecast-moved"))
                .body("items[0].fields.statement.new", equalTo("The Condor 3 comes in March."))
                .body("items[1].fields.date.old", nullValue())
                .body("items[1].fields.date.new", equalTo("2027-03"))
                .body("items[1].rumor", equalTo(rumors().getInt("items[0].id")));
    }

    @Test
    void sameRumorTwiceIsToldAndNotCountedTwice() {
        var first = submit(TestKeys.EDITOR, REPORT).jsonPath().getInt("id");
        submit(TestKeys.TRUSTED, REPORT).then().statusCode(200).body("id", equalTo(first));
        get("/v1/releases/" + release).then().body("rumors.count", equalTo(1));
    }

    @Test
    void contributorsRumorWaitsUnseenUntilAnEditorAcceptsIt() {
        var before = last();
        var id = submit(TestKeys.CONTRIBUTOR, REPORT)
                .then()
                .statusCode(202)
                .body("state", equalTo("waiting"))
                .extract()
                .jsonPath()
                .getInt("id");
        submit(TestKeys.CONTRIBUTOR, REPORT).then().statusCode(202).body("id", equalTo(id));
        get("/v1/releases/" + release).then().body("rumors.count", equalTo(0));
        get("/v1/changes?release=" + release + "&after=" + before).then().body("items", empty());
        get("/v1/submissions").then().statusCode(401);
        editor().get("/v1/submissions?state=waiting&limit=100")
                .then()
                .header("Cache-Control", equalTo("no-store"))
                .body("items.id", hasItem(id))
                .body("items.submittedBy", hasItem("Sneaker bot"));

        given().header(TestKeys.CONTRIBUTOR)
                .post("/v1/submissions/" + id + "/acceptance")
                .then()
                .statusCode(403);
        editor().post("/v1/submissions/" + id + "/acceptance")
                .then()
                .statusCode(200)
                .body("state", equalTo("accepted"))
                .body("reviewedBy", equalTo("Ada"));
        get("/v1/releases/" + release).then().body("rumors.count", equalTo(1));
        editor().post("/v1/submissions/" + id + "/acceptance")
                .then()
                .statusCode(409)
                .body("detail", containsString("accepted before"));
    }

    @Test
    void rejectedRumorTellsItsSenderWhyAndNobodyElse() {
        var id = submit(TestKeys.CONTRIBUTOR, REPORT).jsonPath().getInt("id");
        post("/v1/submissions/" + id + "/rejection", "{}")
                .then()
                .statusCode(400)
                .body("errors.field", contains("reason"));
        post("/v1/submissions/" + id + "/rejection", "{\"reason\": \"That was the Condor 2.\"}")
                .then()
                .statusCode(200);
        given().header(TestKeys.CONTRIBUTOR)
                .get("/v1/submissions?state=rejected")
                .then()
                .body("items.reason", hasItem("That was the Condor 2."));
        given().header(TestKeys.TRUSTED).get("/v1/submissions").then().body("items.id", not(hasItem(id)));
    }

    @Test
    void impossibleRumorIsRefusedBeforeAnybodyHasToReviewIt() {
        submit(TestKeys.CONTRIBUTOR, REPORT.replace("2026-11-20", "2027-01-01"))
                .then()
                .statusCode(400)
                .body("errors.field", contains("saidOn"));
        submit(TestKeys.CONTRIBUTOR, REPORT.replace("veja-watch", "veja-wotch"))
                .then()
                .statusCode(400)
                .body("errors.field", contains("source"));
        submit(TestKeys.READER, REPORT).then().statusCode(403).body("detail", containsString("contributor"));
    }

    @Test
    void rumorThatCopiesItselfCannotBe() {
        var id = submit(TestKeys.EDITOR, REPORT).jsonPath().getInt("id");
        submit(TestKeys.EDITOR, REPORT.replace("veja-watch\"", "veja-itself\", \"copiesRumor\": " + id))
                .then()
                .statusCode(201)
                .body("copiesRumor", equalTo(id));
        submit(TestKeys.EDITOR, REPORT.replace("2027-03", "2027-04").replace("{", "{\"copiesRumor\": 999999999,"))
                .then()
                .statusCode(400)
                .body("errors.field", contains("copiesRumor"));
    }

    @Test
    void retractedRumorStaysVisibleAndCountsNoMore() {
        var id = submit(TestKeys.EDITOR, REPORT).jsonPath().getInt("id");
        var before = last();
        post("/v1/rumors/" + id + "/retraction", "{\"reason\": \"They meant the Condor 2.\"}")
                .then()
                .statusCode(200);
        get("/v1/releases/" + release).then().body("date", nullValue()).body("rumors.count", equalTo(0));
        get("/v1/rumors/" + id).then().body("retracted.reason", equalTo("They meant the Condor 2."));
        get("/v1/changes?source=veja-watch&after=" + before).then().body("items.kind", contains("rumor-retracted"));
        get("/v1/changes?release=" + release + "&after=" + before)
                .then()
                .body("items.kind", hasItems("rumor-retracted", "date-changed", "forecast-moved"));
        post("/v1/rumors/" + id + "/retraction", "{\"reason\": \"Again.\"}")
                .then()
                .statusCode(409);
    }

    @Test
    void redactedStatementIsGoneFromTheRumorAndFromTheLog() {
        var before = last();
        var id = submit(TestKeys.EDITOR, REPORT).jsonPath().getInt("id");
        post("/v1/rumors/" + id + "/redaction", "{\"fields\": [\"window\"], \"reason\": \"No.\"}")
                .then()
                .statusCode(400);
        post("/v1/rumors/" + id + "/redaction", "{\"fields\": [\"statement\", \"url\"], \"reason\": \"A name.\"}")
                .then()
                .statusCode(200)
                .body("statement", nullValue())
                .body("url", nullValue())
                .body("window.edtf", equalTo("2027-03"));
        var log = get("/v1/changes?release=" + release + "&after=" + before);
        log.then()
                .body(not(containsString("Condor 3 comes")))
                .body(not(containsString("veja.example")))
                .body("items[0].fields.statement.new.redacted", equalTo(true))
                .body("items.kind", hasItem("redacted"));
    }

    @Test
    void rumorThatWaitedWhileItsReleaseWasDeletedIsRefused() throws Exception {
        try (var deleting = database.getConnection();
                var statement = deleting.createStatement()) {
            deleting.setAutoCommit(false);
            statement.execute("update release set deleted_at = now() where slug = '" + release + "'");
            var answer = CompletableFuture.supplyAsync(() -> submit(TestKeys.EDITOR, REPORT));
            awaitLock(statement);
            deleting.commit();
            answer.join().then().statusCode(410);
        }
        get("/v1/changes?kind=rumor-added&release=" + release).then().body("items", empty());
    }

    @Test
    void editorWhoSavesPutsNothingBackThatARumorHasMovedMeanwhile() {
        QuarkusTransaction.requiringNew().run(() -> {
            var seen = releases.get(new Slug(release));
            CompletableFuture.runAsync(() -> fixtures.claim(release, "veja-watch", "report", "2027-05"))
                    .join();
            seen.markEdited(List.of("region"));
        });
        get("/v1/releases/" + release)
                .then()
                .body("date.edtf", equalTo("2027-05"))
                .body("rumors.count", equalTo(1));
    }

    private static void awaitLock(Statement statement) throws Exception {
        for (var tries = 0; tries < 1000; tries++) {
            try (var waiting = statement.executeQuery(
                    "select 1 from pg_stat_activity where wait_event_type = 'Lock' and pid <> pg_backend_pid()")) {
                if (waiting.next()) {
                    return;
                }
            }
        }
        throw new AssertionError("No transaction waits for the lock");
    }

    @Test
    void statusIsChangedForAReasonOnly() {
        post("/v1/releases/" + release + "/status", "{\"status\": \"confirmed\"}")
                .then()
                .statusCode(400)
                .body("errors.field", contains("reason"));
        post(
                        "/v1/releases/" + release + "/status",
                        "{\"status\": \"confirmed\", \"window\": \"2027-03-06\", \"reason\": \"On veja-store.com.\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("confirmed"))
                .body("date.edtf", equalTo("2027-03-06"));
        post("/v1/releases/" + release + "/status", "{\"status\": \"rumored\", \"reason\": \"Taken down.\"}")
                .then()
                .statusCode(200);
        get("/v1/changes?kind=status-changed&release=" + release)
                .then()
                .body("items.fields.status.new", contains("confirmed", "rumored"));
        get("/v1/releases/" + release).then().header("ETag", endsWith("\""));
    }

    private Response submit(Header key, String rumor) {
        return given().header(key)
                .contentType("application/json")
                .body(rumor)
                .post("/v1/releases/" + release + "/rumors");
    }

    private JsonPath rumors() {
        return get("/v1/releases/" + release + "/rumors").jsonPath();
    }
}
