package dev.solecast.release.accuracy;

import static dev.solecast.Field.cancels;
import static dev.solecast.Field.saidOn;
import static dev.solecast.Field.window;
import static dev.solecast.release.ReleaseStatus.CANCELLED;
import static dev.solecast.release.ReleaseStatus.RELEASED;
import static dev.solecast.release.ReleaseStatus.RUMORED;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import dev.solecast.http.Slug;
import dev.solecast.release.NewStatus;
import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.derived.ForecastJobs;
import dev.solecast.release.edit.StatusChanging;
import dev.solecast.release.intake.RumorIntake;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Scores of sources and forecasts after a release is resolved, in the database and in the API. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AccuracyTest {

    @Inject
    Fixtures fixtures;

    @Inject
    StatusChanging statuses;

    @Inject
    RumorIntake rumors;

    @Inject
    ForecastJobs jobs;

    @Inject
    EntityManager database;

    @Inject
    ScoreTable table;

    @Test
    void aSourceIsScoredByItsLastClaimAgainstWhatOthersHadSaid() {
        addRelease("ultraboost-dna");
        claim("ultraboost-dna", "leaker", "2026-08-20", "2026-09");
        claim("ultraboost-dna", "leaker", "2026-09-01", "2026-10");
        claim("ultraboost-dna", "blog", "2026-09-10", "2026-11");
        changeStatus("ultraboost-dna", RELEASED, "2026-11-05");

        // The middle of October is the 16th, 45 days after 1 September; the release was 65 days after it.
        record("ultraboost-dna-leaker")
                .body("record.summary", equalTo("0 of 1 claim came true."))
                .body("record.n", equalTo(1))
                .body("record.hits.value", equalTo(0.0f))
                .body("record.hits.to", equalTo(0.7935f))
                .body("record.medianSlip.value", equalTo(5.0f))
                .body("record.medianSlip.from", nullValue())
                .body("record.error.value", equalTo(20.0f))
                .body("record.against", empty());
        // The middle of November is the 15th, 10 days late; the October of the other source was 20 days early.
        record("ultraboost-dna-blog")
                .body("record.hits.value", equalTo(1.0f))
                .body("record.error.value", equalTo(10.0f))
                .body("record.against", hasSize(4))
                .body("record.against.own.value", everyItem(equalTo(10.0f)))
                .body("record.against.others.value", everyItem(equalTo(20.0f)));
        get("/v1/sources?limit=100").then().body("items.findAll { it.containsKey('record') }", empty());
    }

    @Test
    void withNothingResolvedASourceHasNoFigures() {
        fixtures.source("nmd-r1-leaker", "leaker");

        record("nmd-r1-leaker")
                .body("record.summary", equalTo("Nothing that it claimed has been resolved yet."))
                .body("record.n", equalTo(0))
                .body("record.hits", nullValue())
                .body("record.medianSlip", nullValue())
                .body("record.error", nullValue());
    }

    @Test
    void aCancellationProvesThoseRightWhoToldIt() {
        addRelease("futurecraft");
        claim("futurecraft", "leaker", "2026-06-01", "2026-10");
        fixtures.rumor("futurecraft-grey", "futurecraft-blog", "report", cancels(), saidOn("2026-08-01"));
        changeStatus("futurecraft", CANCELLED, "2026-10-20");

        record("futurecraft-leaker").body("record.hits.value", equalTo(0.0f)).body("record.medianSlip", nullValue());
        record("futurecraft-blog").body("record.hits.value", equalTo(1.0f)).body("record.error.value", equalTo(0.0f));
        assertThat(scores("futurecraft")).allSatisfy(row -> assertThat(row[5]).isEqualTo(false));
    }

    @Test
    void theForecastIsScoredAsItWouldHaveBeenSeenOnEachDay() {
        addRelease("response-cl");
        claim("response-cl", "leaker", "2026-09-01", "2026-10");
        claim("response-cl", "blog", "2026-10-20", "2026-11-07");
        changeStatus("response-cl", RELEASED, "2026-11-05");

        var rows = scores("response-cl");
        assertThat(rows).extracting(row -> row[0]).containsExactly(60, 30, 14, 7, 1, null, null);
        assertThat(rows.subList(5, 7)).extracting(row -> row[1]).containsExactly("2026-09-16", "2026-10-16");
        for (var row : rows) {
            var day = LocalDate.parse((String) row[1]);
            var seen = get("/v1/releases/response-cl-grey/forecast?asOf=" + day).jsonPath();
            assertThat((Double) row[2]).isCloseTo(crps(seen, day, LocalDate.of(2026, 11, 5)), within(1e-4));
            assertThat((Double) row[3]).isCloseTo(seen.getDouble("happens"), within(1e-6));
        }
        // 14 days before, the latest claim was 7 November, two days late; the window shown was the same.
        assertThat(rows.get(2)[4]).isEqualTo(2.0);
        assertThat(rows.get(2)[6]).isEqualTo(false);
        // 30 days before, the only window was October, which had passed on 5 November.
        assertThat(rows.get(1)[4]).isEqualTo(20.0);
    }

    @Test
    void whatIsSaidOnOrAfterTheDayChangesNoScore() {
        addRelease("zx-8000");
        claim("zx-8000", "leaker", "2026-09-01", "2026-10");
        changeStatus("zx-8000", RELEASED, "2026-11-05");
        var before = scores("zx-8000");

        claim("zx-8000", "blog", "2026-11-05", "2026-11-05");
        fixtures.rumor("zx-8000-grey", "zx-8000-blog", "report", saidOn("2026-11-08"));

        assertThat(scores("zx-8000")).usingRecursiveComparison().isEqualTo(before);
        record("zx-8000-blog").body("record.n", equalTo(0));
    }

    @Test
    void aLaterRetractionTakesItsScoreBackButNotWhatWasForecastThen() {
        addRelease("zx-9000");
        claim("zx-9000", "leaker", "2026-09-01", "2026-10");
        long mistake = claim("zx-9000", "blog", "2026-09-10", "2026-11");
        changeStatus("zx-9000", RELEASED, "2026-11-05");
        var before = scores("zx-9000");

        rumors.retract(mistake, "Another shoe was meant.");

        record("zx-9000-blog").body("record.n", equalTo(0));
        assertThat(earned("zx-9000")).isEqualTo(1);
        assertThat(scores("zx-9000")).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void reopeningTakesEveryScoreBackAndACorrectedDayReplacesThem() {
        addRelease("zx-flux");
        claim("zx-flux", "leaker", "2026-09-01", "2026-10");
        changeStatus("zx-flux", RELEASED, "2026-11-05");
        changeStatus("zx-flux", RELEASED, "2026-11-10");
        record("zx-flux-leaker").body("record.medianSlip.value", equalTo(10.0f));
        assertThat(scores("zx-flux").getFirst()[1]).isEqualTo("2026-09-11");

        changeStatus("zx-flux", RUMORED, null);

        record("zx-flux-leaker").body("record.n", equalTo(0));
        assertThat(scores("zx-flux")).isEmpty();
        assertThat(earned("zx-flux")).isZero();
        get("/v1/releases/zx-flux-grey")
                .then()
                .body("status", equalTo("rumored"))
                .body("releasedOn", nullValue())
                .body("forecast", notNullValue());
    }

    @Test
    void whatASourceEarnsMovesTheForecastOfWhatElseItSpeaksOf() {
        addRelease("adizero");
        for (int i = 0; i < 6; i++) {
            var slug = "adizero-" + i;
            fixtures.release(slug, "adizero");
            fixtures.rumor(slug, "adizero-leaker", "report", window("2026-07"), saidOn("2026-05-01"));
        }
        claim("adizero", "leaker", "2026-11-10", "2026-12");
        var before = happensBy("adizero-grey", "2026-12-31");

        for (int i = 0; i < 6; i++) {
            statuses.change(
                    new Slug("adizero-" + i), new NewStatus(RELEASED, LocalDate.of(2026, 9, 10), null, "In shops."));
        }
        assertThat(happensBy("adizero-grey", "2026-12-31")).isEqualTo(before);
        var version = version("adizero-grey");
        jobs.runQueued();

        assertThat(happensBy("adizero-grey", "2026-12-31")).isLessThan(before - 0.05);
        assertThat(version("adizero-grey"))
                .as("a forecast that drifts must not fail an editor's save")
                .isEqualTo(version);
        assertThat(database.createNativeQuery("select count(*) from renewal").getSingleResult())
                .isEqualTo(0L);
    }

    @Test
    void theServiceShowsItsOwnRecordWithNAndIntervals() {
        int before = atLead(get("/v1/accuracy").jsonPath(), 30);
        for (var color : List.of("red", "teal", "sand", "navy", "plum", "gold")) {
            addRelease("stan-" + color);
            claim("stan-" + color, "leaker", "2026-08-01", "2026-10");
            changeStatus("stan-" + color, RELEASED, "2026-11-0" + color.length());
        }
        var after = get("/v1/accuracy").jsonPath();

        assertThat(atLead(after, 30)).isEqualTo(before + 6);
        Map<String, Object> lead = after.getMap("leads.find { it.days == 30 }");
        assertThat(lead).containsKeys("crps", "brier", "brierOfWindow", "skill");
        assertThat(after.<String>getList("leads.find { it.days == 30 }.skill*.key"))
                .containsExactlyInAnyOrder("latest-claim", "majority", "official-first", "weighted-median");
        assertThat(after.getDouble("leads.find { it.days == 30 }.crps.from"))
                .isLessThan(after.getDouble("leads.find { it.days == 30 }.crps.value"));
        assertThat(after.getInt("calibration.within50.n"))
                .isEqualTo(after.<Integer>getList("calibration.tenths").stream()
                        .mapToInt(n -> n)
                        .sum());
        assertThat(after.<Integer>getList("happens.came.n").stream()
                        .mapToInt(n -> n)
                        .sum())
                .isEqualTo(after.getInt("calibration.within50.n"));
        get("/v1/accuracy?lead=30").then().statusCode(400);
    }

    /** A status that is taken back takes its scores back; adding up changes no sum. */
    @Test
    void keptSumsAreThoseOfAllScores() {
        addRelease("samoa");
        claim("samoa", "leaker", "2026-04-01", "2026-08");
        claim("samoa", "blog", "2026-05-01", "2026-10");
        assertThat(sums("accuracy_sum")).isEqualTo(sums(ALL_SCORES));

        changeStatus("samoa", RELEASED, "2026-09-01");
        var released = sums("accuracy_sum");
        assertThat(released).isNotEmpty().isEqualTo(sums(ALL_SCORES));
        var shown = get("/v1/accuracy").asString();
        QuarkusTransaction.requiringNew().run(table::addUp);
        assertThat(sums("accuracy_sum")).isEqualTo(released);
        assertThat(get("/v1/accuracy").asString()).isEqualTo(shown);

        changeStatus("samoa", RUMORED, null);
        assertThat(sums("accuracy_sum")).isNotEqualTo(released).isEqualTo(sums(ALL_SCORES));
    }

    private static final String ALL_SCORES = "accuracy_sums(array(select distinct release_id from forecast_score))";

    /** The sums of each bucket that is not empty, as texts. */
    private List<?> sums(String table) {
        return database.createNativeQuery("""
                        select concat_ws(' ', method, part, bucket, string_agg(cast(trim_scale(sum) as text), ' ' order by place))
                        from (select method, part, bucket, place, sum(value) as sum
                            from %s, unnest(sums) with ordinality as of (value, place)
                            group by method, part, bucket, place) each
                        group by method, part, bucket having min(sum) filter (where place = 1) > 0
                        order by method, part, bucket
                        """.formatted(table)).getResultList();
    }

    @Test
    void withNothingResolvedThereIsNoFigure() {
        var none = AccuracyView.of(new AccuracySums(0, 9, 2, List.of(), List.of(), 0, List.of()));

        assertThat(none.summary()).contains("No release that was forecast has been resolved yet");
        assertThat(none.leads()).isEmpty();
        assertThat(none.calibration()).isNull();
        assertThat(none.happens()).isEmpty();
        assertThat(none.overdue()).isEqualTo(2);
    }

    private void addRelease(String model) {
        fixtures.brand(model + "-brand", "Adidas " + model);
        fixtures.model(model, model + "-brand", model);
        fixtures.release(model + "-grey", model);
        fixtures.source(model + "-leaker", "leaker");
        fixtures.source(model + "-blog", "publication");
    }

    private long claim(String model, String source, String saidOn, String window) {
        return fixtures.rumor(model + "-grey", model + "-" + source, "report", window(window), saidOn(saidOn));
    }

    private void changeStatus(String model, ReleaseStatus status, @Nullable String day) {
        statuses.change(
                new Slug(model + "-grey"),
                new NewStatus(status, day == null ? null : LocalDate.parse(day), null, "A test says so."));
    }

    private static io.restassured.response.ValidatableResponse record(String source) {
        return get("/v1/sources/" + source).then().statusCode(is(200));
    }

    private static int atLead(JsonPath accuracy, int days) {
        Integer n = accuracy.get("leads.find { it.days == " + days + " }?.crps?.n");
        return n == null ? 0 : n;
    }

    private static double happensBy(String release, String day) {
        return get("/v1/releases/" + release + "/forecast?by=" + day).jsonPath().getDouble("by.chance");
    }

    private static double crps(JsonPath forecast, LocalDate from, LocalDate outcome) {
        var chances = new double[730];
        List<Map<String, Object>> days = forecast.getList("days");
        for (var day : days) {
            var date = LocalDate.parse((String) day.get("date"));
            chances[(int) ChronoUnit.DAYS.between(from, date)] = ((Number) day.get("chance")).doubleValue();
        }
        double sum = 0;
        double score = 0;
        for (int i = 0; i < 730; i++) {
            sum += chances[i];
            score += Math.pow(sum - (from.plusDays(i).isBefore(outcome) ? 0 : 1), 2);
        }
        return score;
    }

    /** Rows of: lead, day, CRPS, happens, error of the latest claim, came, inside, PIT. */
    @SuppressWarnings("unchecked")
    private List<Object[]> scores(String model) {
        return database.createNativeQuery("""
                        select lead, cast(f.day as text), crps, happens, latest_claim, came, inside, pit
                        from forecast_score f join release r on r.id = f.release_id
                        where r.slug = :slug order by lead desc nulls last, f.day
                        """, Object[].class)
                .setParameter("slug", model + "-grey")
                .getResultList();
    }

    private int version(String release) {
        return (Integer) database.createNativeQuery("select version from release where slug = :slug")
                .setParameter("slug", release)
                .getSingleResult();
    }

    private int earned(String model) {
        return ((Number) database.createNativeQuery(
                                "select count(*) from earned where release_id = (select id from release where slug = :slug)")
                        .setParameter("slug", model + "-grey")
                        .getSingleResult())
                .intValue();
    }
}
