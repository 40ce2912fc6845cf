package dev.solecast.release.read;

import static dev.solecast.Field.field;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import dev.solecast.forecast.Records;
import dev.solecast.http.Slug;
import dev.solecast.release.AsOf;
import dev.solecast.release.ReleaseSnapshot;
import dev.solecast.release.Releases;
import dev.solecast.release.Rumor;
import dev.solecast.release.Rumors;
import dev.solecast.release.StatusChange;
import dev.solecast.release.StatusChanges;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as of a past day find what was so then, in {@code release_past}, which the database derives from the evidence. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PastStatesTest {

    private static final List<LocalDate> RECORDED =
            List.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 5, 1), LocalDate.of(2026, 7, 1));
    private static final List<String> KINDS =
            List.of("official", "retailer-listing", "teaser", "sighting", "report", "speculation");
    private static final List<String> STATUSES = List.of("rumored", "confirmed", "delayed", "released", "cancelled");
    private static final List<String> WINDOWS =
            List.of("", "2026-06", "2026-09-12", "2026-05/..", "../2026-12", "2026-21", "2027");

    /** More than one calendar computes, and than the forecasts by which one list filters or sorts. */
    private static final int MANY = AsOfReleases.MAX_STREAMED + 1;

    private static final int HISTORIES = 25;

    @Inject
    Fixtures fixtures;

    @Inject
    Releases releases;

    @Inject
    Rumors rumors;

    @Inject
    StatusChanges changes;

    @Inject
    EntityManager database;

    @BeforeAll
    void addReleases() {
        fixtures.brand("scarpa-lab", "Scarpa Lab");
        fixtures.model("trofeo", "scarpa-lab", "Trofeo");
        fixtures.model("b-trofeo", "scarpa-lab", "B.Elite");
        fixtures.source("trofeo-times", "publication");
        fixtures.source("trofeo-leaks", "leaker");
        fixtures.source("scarpa-lab-itself", "brand");
        fixtures.collaborator("trofeo-packer", "Packer Shoes");
        fixtures.collaboration("packer-trofeo", "trofeo", "scarpa-lab", "trofeo-packer");
    }

    @Test
    void storedStatesAreThoseThatTheEvidenceGives() {
        var random = new Random(16);
        for (int i = 0; i < HISTORIES; i++) {
            fixtures.release("trofeo-history-" + i, "trofeo", field("region", "IT"));
            for (var day : RECORDED) {
                record("trofeo-history-" + i, day, random);
            }
        }
        QuarkusTransaction.requiringNew().run(this::compareAll);
        var written = stored();
        assertThat(written).hasSizeGreaterThan(100);

        QuarkusTransaction.requiringNew().run(() -> {
            execute(
                    "delete from release_past where release_id in (select id from release where slug like 'trofeo-h%')");
            for (var day : RECORDED) {
                execute("select release_past_refresh(array(select id from release where slug like 'trofeo-h%'), date '"
                        + day + "')");
            }
        });
        assertThat(stored()).as("written anew from all that was recorded").isEqualTo(written);
    }

    /** Records up to two rumors, a retraction and up to two changes of status on a day. */
    private void record(String release, LocalDate day, Random random) {
        var id = "(select id from release where slug = '" + release + "')";
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = random.nextInt(3); i > 0; i--) {
                execute("""
                        insert into rumor (release_id, source_id, kind, said_on, window_edtf, statement, recorded_at,
                            recorded_by)
                        values (%s, (select id from source order by slug offset %d limit 1), '%s', '%s',
                            nullif('%s', ''), '%s', '%sT10:00Z', 'editor')
                        """.formatted(
                                id,
                                random.nextInt(3),
                                pick(KINDS, random),
                                day.minusDays(random.nextInt(90)),
                                pick(WINDOWS, random),
                                day + " " + i,
                                day));
            }
            if (random.nextInt(2) == 0) {
                execute("""
                        update rumor set retracted_at = '%sT23:59:59Z', retracted_by = 'editor', retraction = 'A mistake.'
                        where id = (select id from rumor where release_id = %s and retracted_at is null
                            order by id limit 1)
                        """.formatted(day, id));
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                var status = pick(STATUSES, random);
                execute("""
                        insert into status_change (release_id, day, status, window_edtf, reason, recorded_at, recorded_by)
                        values (%s, '%s', '%s', nullif('%s', ''), 'Diadora said so.', '%sT12:00Z', 'editor')
                        """.formatted(
                                id,
                                day.minusDays(random.nextInt(90)),
                                status,
                                status.equals("confirmed") || status.equals("delayed") ? pick(WINDOWS, random) : "",
                                day));
            }
            execute("select release_past_refresh(array[" + id + "], 'infinity')");
        });
    }

    private void compareAll() {
        for (int i = 0; i < HISTORIES; i++) {
            var release = releases.get(new Slug("trofeo-history-" + i));
            var said = rumors.listAbout(List.of(release));
            var changed = changes.listByDay(List.of(release));
            var rows = rows("""
                    select concat_ws(' ', from_day, until_day, known_from, known_until, status, sort_day, sort_span,
                        coalesce(strongest_kind, '-'))
                    from release_past where release_id = %d""".formatted(release.id()));
            for (var day = LocalDate.of(2025, 12, 1); day.isBefore(LocalDate.of(2026, 8, 1)); day = day.plusDays(7)) {
                for (var recordedBy :
                        new LocalDate[] {null, RECORDED.get(0), RECORDED.get(1).minusDays(1), RECORDED.get(1)}) {
                    var asOf = new AsOf(day, recordedBy);
                    assertThat(rows.stream().flatMap(row -> state(row, asOf)))
                            .as(release.slug() + " " + asOf)
                            .containsExactlyElementsOf(state(said, changed, asOf));
                }
            }
        }
    }

    /** The state in a row that holds on this day; days are texts, and infinity comes after all of them. */
    private static Stream<String> state(String row, AsOf asOf) {
        var parts = row.split(" ", 5);
        var day = asOf.day().toString();
        var known = asOf.recordedBy() == null ? "9999-12-31" : asOf.recordedBy().toString();
        return parts[0].compareTo(day) <= 0
                        && parts[1].compareTo(day) > 0
                        && parts[2].compareTo(known) <= 0
                        && parts[3].compareTo(known) > 0
                ? Stream.of(parts[4])
                : Stream.of();
    }

    /** The same from the evidence; nothing if there is none. */
    private static List<String> state(List<Rumor> said, List<StatusChange> changed, AsOf asOf) {
        var rumors = said.stream().filter(asOf::counts).toList();
        var changes = StatusChange.inForce(changed.stream().filter(asOf::counts).toList());
        return rumors.isEmpty() && changes.isEmpty()
                ? List.of()
                : List.of(text(ReleaseSnapshot.asOf(asOf, rumors, changes, null, Records.NONE)));
    }

    private static String text(ReleaseSnapshot snapshot) {
        var strongest = snapshot.rumorTotals().strongest();
        return "%s %s %d %s"
                .formatted(
                        snapshot.status().wireName(),
                        snapshot.sortDay(),
                        snapshot.sortSpan(),
                        strongest == null ? "-" : strongest.wireName());
    }

    @Test
    void listOfAnySizeHasPagesAndATotal() {
        addMany();
        get("/v1/releases?model=b-trofeo&asOf=2026-10-01&include=total&limit=100")
                .then()
                .statusCode(200)
                .body("total", equalTo(MANY))
                .body("totalIsExact", equalTo(true))
                .body("items", hasSize(100))
                .body("items[0].slug", equalTo("b-trofeo-1"))
                .body("next", containsString("cursor="));
        get("/v1/releases/upcoming?model=b-trofeo&asOf=2026-10-01&from=2027-03-01&match=certain&include=total&limit=1")
                .then()
                .statusCode(200)
                .body("total", equalTo(MANY))
                .body("items[0].group", equalTo("dated"));
    }

    @Test
    void calendarOfTooManyReleasesIsRefusedAndOneOfFewIsNot() {
        addMany();
        get("/v1/calendar.ics?model=b-trofeo&asOf=2026-10-01")
                .then()
                .statusCode(400)
                .body("detail", containsString("more than 1000 releases"));
        get("/v1/calendar.ics?model=b-trofeo&asOf=2026-10-01&region=JP")
                .then()
                .statusCode(200)
                .body(containsString("BEGIN:VEVENT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"minConfidence=0.1", "from=2027-03-01&match=likely", "sort=likeliest", "sort=-likeliest"})
    void orderByTooManyForecastsIsRefusedAndSaysWhatCanBeAsked(String query) {
        addMany();
        get("/v1/releases?model=b-trofeo&asOf=2026-10-01&" + query)
                .then()
                .statusCode(400)
                .body("detail", containsString("more than 200 forecasts"))
                .body("detail", containsString("narrow the list"));
        get("/v1/releases?model=b-trofeo&asOf=2026-10-01&region=JP&" + query)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    /** The last of them is for Japan. */
    private void addMany() {
        QuarkusTransaction.requiringNew().run(() -> {
            execute("""
                    insert into release (slug, model_id, region, status, created_at, updated_at)
                    select 'b-trofeo-' || i, (select id from model where slug = 'b-trofeo'), case when i = %1$d then 'JP' else 'IT' end,
                        'rumored', now(), now()
                    from generate_series(1, %1$d) i where not exists (select from release where slug = 'b-trofeo-1')
                    """.formatted(MANY));
            execute("""
                    insert into rumor (release_id, source_id, kind, said_on, window_edtf, recorded_at, recorded_by)
                    select r.id, s.id, 'official', '2026-09-01', '2027-03-06', '2026-09-02T00:00Z', 'editor'
                    from release r, source s where r.slug like 'b-trofeo-%' and s.slug = 'scarpa-lab-itself'
                    on conflict do nothing
                    """);
            execute(
                    "select release_past_refresh(array(select id from release where slug like 'b-trofeo-%'), 'infinity')");
        });
    }

    @ParameterizedTest
    @CsvSource({"2026-06-15, 1", "2026-07-01, 0"})
    void rumorRetractedAfterTheRecordStillCounts(String recordedBy, int count) {
        fixtures.release("trofeo-retracted-" + recordedBy, "trofeo", field("region", "FR"));
        QuarkusTransaction.requiringNew().run(() -> {
            execute("""
                    insert into rumor (release_id, source_id, kind, said_on, window_edtf, recorded_at, recorded_by,
                        retracted_at, retracted_by, retraction)
                    select r.id, s.id, 'report', '2026-06-01', '2026-12', '2026-06-01T08:00Z', 'editor',
                        '2026-07-01T08:00Z', 'editor', 'It was the N9002.'
                    from release r, source s where r.slug = 'trofeo-retracted-%s' and s.slug = 'trofeo-leaks'
                    """.formatted(recordedBy));
            execute(
                    "select release_past_refresh(array(select id from release where slug like 'trofeo-r%'), '2026-06-30')");
            execute(
                    "select release_past_refresh(array(select id from release where slug like 'trofeo-r%'), 'infinity')");
        });
        var known = "asOf=2026-11-01&recordedBy=" + recordedBy;
        get("/v1/releases/trofeo-retracted-" + recordedBy + "?" + known)
                .then()
                .body("rumors.count", equalTo(count))
                .body("forecast", count == 0 ? nullValue() : not(nullValue()));
        get("/v1/releases/trofeo-retracted-" + recordedBy + "/rumors?" + known)
                .then()
                .body("items", hasSize(count));
        get("/v1/releases?region=FR&source=trofeo-leaks&model=trofeo&" + known)
                .then()
                .body("items.slug", count == 0 ? empty() : contains("trofeo-retracted-" + recordedBy));
    }

    @Test
    void stageIsThatOfTheDay() {
        fixtures.release(
                "packer-trofeo-milano", "trofeo", field("collaboration", "packer-trofeo"), field("region", "US"));
        fixtures.rumor("packer-trofeo-milano", "trofeo-leaks", "report", field("saidOn", "2026-04-01"));
        fixtures.rumor("packer-trofeo-milano", "scarpa-lab-itself", "teaser", field("saidOn", "2026-05-01"));

        for (var expected : new String[] {"2026-04-15 expected", "2026-05-01 teased", "2026-11-22 teased"}) {
            var day = expected.substring(0, 10);
            var stage = expected.substring(11);
            get("/v1/releases?collaboration=packer-trofeo&asOf=" + day + "&stage=" + stage)
                    .then()
                    .body("items.slug", contains("packer-trofeo-milano"));
        }
        get("/v1/releases?collaboration=packer-trofeo&asOf=2026-04-15&stage=teased")
                .then()
                .body("items", empty());
        get("/v1/collaborations/packer-trofeo").then().body("stage", equalTo("teased"));
    }

    private static <T> T pick(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private void execute(String sql) {
        database.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }

    private List<String> stored() {
        return QuarkusTransaction.requiringNew().call(() -> rows("""
                select p::text from release_past p join release r on r.id = p.release_id where r.slug like 'trofeo-h%'
                order by p::text"""));
    }

    private List<String> rows(String sql) {
        var rows = new ArrayList<String>();
        database.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery(sql)) {
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
        });
        return rows;
    }
}
