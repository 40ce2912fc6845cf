package dev.solecast.release.accuracy;

import dev.solecast.forecast.Baseline;
import dev.solecast.forecast.Forecast;
import dev.solecast.forecast.Kind;
import dev.solecast.forecast.Records;
import dev.solecast.forecast.TrackRecord;
import dev.solecast.release.Release;
import dev.solecast.sql.BulkSql;
import dev.solecast.sql.SqlStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tables of scores of resolved releases, whose rows are inserted, summed and deleted, but never updated. What is
 * inserted or deleted of the forecasts' scores is added to {@code accuracy_sum}, which {@link AccuracyReader} reads.
 */
@ApplicationScoped
class ScoreTable {

    private final EntityManager database;

    ScoreTable(EntityManager database) {
        this.database = database;
    }

    /**
     * Deletes all scores of a release.
     *
     * @return whether there were any
     */
    boolean delete(Release release) {
        var rows = (Number) database.createNativeQuery("""
                        with
                            sums as (insert into accuracy_sum
                                select method, part, bucket, array(select -sum from unnest(sums) sum)
                                from accuracy_sums(array[cast(:release as bigint)])),
                            gone as (delete from earned where release_id = :release returning 1),
                            claims as (delete from claim_score where release_id = :release returning 1),
                            forecasts as (delete from forecast_score where release_id = :release returning 1)
                        select (select count(*) from gone) + (select count(*) from claims) + (select count(*) from forecasts)
                        """)
                .setParameter("release", release.id())
                .getSingleResult();
        return rows.longValue() > 0;
    }

    /** Adds up the sums of each part and bucket, to which writers only append; on one node at a time. */
    void addUp() {
        new SqlStatement("select accuracy_add_up()").letServerDecide().read(database, row -> true);
    }

    void insertTrackRecords(ScoringCase scoringCase, Map<Records.Key, TrackRecord> earned) {
        if (earned.isEmpty()) {
            return;
        }
        var rows = earned.entrySet().stream()
                .map(each -> Map.of(
                        "source", each.getKey().source(),
                        "kind", wireName(each.getKey().kind()),
                        "counts", each.getValue().counts()))
                .toList();
        database.createNativeQuery("""
                        insert into earned (release_id, source_id, kind, resolved_on, counts)
                        select :release, s.id, e.kind, :day, e.counts
                        from json_to_recordset(cast(:earned as json)) as e (source text, kind text, counts integer[])
                            join source s on s.slug = e.source
                        """)
                .setParameter("release", scoringCase.release().id())
                .setParameter("day", scoringCase.outcome().day())
                .setParameter("earned", BulkSql.json(rows))
                .executeUpdate();
    }

    private static String wireName(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void insertClaims(ScoringCase scoringCase, List<ClaimScore> scores) {
        BulkSql.executeBatch(
                database,
                "insert into claim_score (release_id, source_id, rumor_id, hit, slip, crps, " + Baseline.COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                scores.stream()
                        .map(score -> row(
                                score.baselineErrors(),
                                scoringCase.release().id(),
                                score.claim().source().id(),
                                score.claim().id(),
                                score.hit(),
                                score.slip(),
                                score.crps()))
                        .toList());
    }

    void insertForecasts(ScoringCase scoringCase, List<ForecastScore> scores) {
        BulkSql.executeBatch(
                database,
                "insert into forecast_score (release_id, day, lead, method, happens, came, crps, pit, confidence, inside, "
                        + Baseline.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                scores.stream()
                        .map(score -> row(
                                score.baselineErrors(),
                                scoringCase.release().id(),
                                score.day(),
                                score.lead(),
                                Forecast.METHOD_VERSION,
                                score.happens(),
                                score.came(),
                                score.crps(),
                                score.pit(),
                                score.confidence(),
                                score.inside()))
                        .toList());
        database.createNativeQuery(
                        "insert into accuracy_sum select * from accuracy_sums(array[cast(:release as bigint)])")
                .setParameter("release", scoringCase.release().id())
                .executeUpdate();
    }

    /** Baselines without an error become nulls. */
    private static List<@Nullable Object> row(Map<Baseline, Double> errors, @Nullable Object... values) {
        var row = new ArrayList<@Nullable Object>(Arrays.asList(values));
        for (var rule : Baseline.values()) {
            row.add(errors.get(rule));
        }
        return row;
    }
}
