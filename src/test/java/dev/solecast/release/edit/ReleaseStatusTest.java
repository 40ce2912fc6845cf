package dev.solecast.release.edit;

import static dev.solecast.Field.cancelledOn;
import static dev.solecast.Field.collaboration;
import static dev.solecast.Field.firstAppeared;
import static dev.solecast.Field.releasedOn;
import static dev.solecast.Field.status;
import static dev.solecast.Field.statusReason;
import static dev.solecast.release.ReleaseStatus.CANCELLED;
import static dev.solecast.release.ReleaseStatus.CONFIRMED;
import static dev.solecast.release.ReleaseStatus.DELAYED;
import static dev.solecast.release.ReleaseStatus.RELEASED;
import static dev.solecast.release.ReleaseStatus.RUMORED;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.solecast.Field;
import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import dev.solecast.http.Slug;
import dev.solecast.http.problem.Problem;
import dev.solecast.release.NewStatus;
import dev.solecast.release.ReleaseStatus;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of a release's status, and the history and dates that follow from them. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ReleaseStatusTest {

    @Inject
    Fixtures fixtures;

    @Inject
    StatusChanging statuses;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    RUMORED   |           CONFIRMED DELAYED RELEASED CANCELLED
                    CONFIRMED | RUMORED   CONFIRMED DELAYED RELEASED CANCELLED
                    DELAYED   | RUMORED   CONFIRMED DELAYED RELEASED CANCELLED
                    RELEASED  | RUMORED   CONFIRMED DELAYED RELEASED
                    CANCELLED | RUMORED   CONFIRMED DELAYED CANCELLED
                    """)
    void fromEachStatusSomeOthersCanBeReached(ReleaseStatus from, String allowed) {
        addModel("stan-smith-" + from.wireName(), "stan-smith-" + from.wireName(), "Stan Smith");
        for (var to : ReleaseStatus.values()) {
            var slug = "stan-smith-" + from.wireName() + "-to-" + to.wireName();
            fixtures.release(slug, "stan-smith-" + from.wireName());
            if (from != RUMORED) {
                become(slug, from);
            }
            if (List.of(allowed.trim().split(" +")).contains(to.name())) {
                become(slug, to);
                get("/v1/releases/" + slug).then().body("status", equalTo(to.wireName()));
            } else {
                assertThatThrownBy(() -> become(slug, to))
                        .isInstanceOf(Problem.class)
                        .hasMessageContaining(
                                "is " + from.wireName() + " and cannot become " + to.wireName() + "; it can become ");
                get("/v1/releases/" + slug).then().body("status", equalTo(from.wireName()));
            }
        }
    }

    @Test
    void aConfirmedWindowOverridesTheRumorsUntilItIsTakenBack() {
        addModel("superstar-82", "superstar-82", "Superstar 82");
        fixtures.release("superstar-82-black", "superstar-82");
        fixtures.source("superstar-82-insider", "leaker");
        fixtures.claim("superstar-82-black", "superstar-82-insider", "report", "2027-05");

        change("superstar-82-black", CONFIRMED, null, "2027-04-10", "The brand's press office told us.");
        fixtures.claim("superstar-82-black", "superstar-82-insider", "sighting", "2027-06");
        assertDate("superstar-82-black", "2027-04-10");
        get("/v1/releases/superstar-82-black")
                .then()
                .body("statusReason", equalTo("The brand's press office told us."));

        change("superstar-82-black", DELAYED, null, "2027-09", "Late again.");
        assertDate("superstar-82-black", "2027-09");
        change("superstar-82-black", RUMORED, null, null, "The press office denies it.");
        assertDate("superstar-82-black", "2027-06");
        get("/v1/releases/superstar-82-black?asOf=2026-11-22").then().body("date.edtf", equalTo("2027-06"));
        get("/v1/releases/superstar-82-black/history")
                .then()
                .body("items.findAll { it.cause == 'status' }.status.size()", equalTo(3));
    }

    @Test
    void aCorrectedDayReplacesTheFormerOneInThePastToo() {
        addModel("forum-84", "forum-84", "Forum 84");
        fixtures.release("forum-84-blue", "forum-84");
        change("forum-84-blue", CONFIRMED, "2026-09-01", "2026-11", "The brand said so.");
        change("forum-84-blue", RELEASED, "2026-11-10", null, "On its site.");

        change("forum-84-blue", RELEASED, "2026-11-12", null, "The 10th was for members.");
        assertStatusOn("forum-84-blue", "2026-11-11", "confirmed");
        get("/v1/releases/forum-84-blue?asOf=2026-11-11").then().body("date.edtf", equalTo("2026-11"));
        assertStatusOn("forum-84-blue", "2026-11-12", "released");
        get("/v1/releases/forum-84-blue").then().body("releasedOn", equalTo("2026-11-12"));

        change("forum-84-blue", RELEASED, "2026-11-07", null, "It was in shops earlier.");
        assertStatusOn("forum-84-blue", "2026-11-06", "confirmed");
        get("/v1/releases/forum-84-blue?asOf=2026-11-20").then().body("releasedOn", equalTo("2026-11-07"));
    }

    @Test
    void aCancelledReleaseCanBeRevived() {
        addModel("campus-80s", "campus-80s", "Campus 80s");
        fixtures.release(
                "campus-80s-green",
                "campus-80s",
                status("cancelled"),
                cancelledOn("2026-09-01"),
                statusReason("Dropped."));
        change("campus-80s-green", CONFIRMED, "2026-10-01", "2027-01", "It comes after all.");

        assertStatusOn("campus-80s-green", "2026-09-15", "cancelled");
        assertStatusOn("campus-80s-green", "2026-10-01", "confirmed");
        assertDate("campus-80s-green", "2027-01");
    }

    @Test
    void aReleaseAddedWithAStatusHasAHistoryFromTheStart() {
        addModel("gazelle-indoor", "gazelle-indoor", "Gazelle Indoor");
        fixtures.release("gazelle-red", "gazelle-indoor", status("released"), releasedOn("2026-08-01"));

        get("/v1/releases/gazelle-red/history")
                .then()
                .body("items.day", contains("2026-08-01"))
                .body("items.status", contains("released"));
        assertThatThrownBy(() -> fixtures.release("gazelle-blue", "gazelle-indoor", status("confirmed")))
                .hasMessageContaining("statusReason: is needed");
        assertThatThrownBy(() -> fixtures.release("gazelle-blue", "gazelle-indoor", releasedOn("2026-08-01")))
                .hasMessageContaining("releasedOn: goes with the status released");
    }

    @Test
    void impossibleDaysAndWindowsAreRefused() {
        addModel("samba-rose", "samba-rose", "Samba Rose", firstAppeared("2017"));
        fixtures.release("samba-rose-white", "samba-rose");

        assertThatThrownBy(() -> change("samba-rose-white", RELEASED, null, null, "Out."))
                .hasMessageContaining("day: is needed");
        assertThatThrownBy(() -> change("samba-rose-white", RELEASED, "2026-11-23", null, "Out."))
                .hasMessageContaining("has not come yet");
        assertThatThrownBy(() -> change("samba-rose-white", RELEASED, "2016-12-31", null, "Out."))
                .hasMessageContaining("before there was a");
        assertThatThrownBy(() -> change("samba-rose-white", CANCELLED, null, "2027", "Dropped."))
                .hasMessageContaining("goes with confirmed or delayed");
        assertThatThrownBy(() -> change("samba-rose-white", CONFIRMED, null, "2027-13", "Said so."))
                .isInstanceOf(Problem.class);
        get("/v1/releases/samba-rose-white")
                .then()
                .body("status", equalTo("rumored"))
                .body("date", nullValue());
    }

    @Test
    void theStageOfACollaborationFollows() {
        addModel("tobacco", "tobacco", "Tobacco");
        fixtures.collaborator("end-clothing", "END.");
        fixtures.collaboration("end-tobacco", "tobacco", "tobacco", "end-clothing");
        fixtures.release("end-tobacco-first", "tobacco", collaboration("end-tobacco"));

        become("end-tobacco-first", RELEASED);
        get("/v1/collaborations/end-tobacco").then().body("stage", equalTo("released"));
        become("end-tobacco-first", RUMORED);
        get("/v1/collaborations/end-tobacco").then().body("stage", equalTo("speculated"));
    }

    private void addModel(String brand, String model, String name, Field... fields) {
        fixtures.brand(brand, "Adidas " + brand);
        fixtures.model(model, brand, name, fields);
    }

    private void become(String slug, ReleaseStatus status) {
        change(slug, status, status == RELEASED ? "2026-11-01" : null, null, "A test says so.");
    }

    private void change(
            String slug, ReleaseStatus status, @Nullable String day, @Nullable String window, String reason) {
        statuses.change(
                new Slug(slug), new NewStatus(status, day == null ? null : LocalDate.parse(day), window, reason));
    }

    private static void assertDate(String slug, String edtf) {
        get("/v1/releases/" + slug).then().body("date.edtf", equalTo(edtf));
    }

    private static void assertStatusOn(String slug, String day, String status) {
        var then = get("/v1/releases/" + slug + "?asOf=" + day).jsonPath();
        assertThat(then.getString("status")).as(slug + " on " + day).isEqualTo(status);
    }
}
