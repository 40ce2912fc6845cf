package dev.solecast.release.accuracy;

import dev.solecast.forecast.Baseline;
import dev.solecast.forecast.Forecast;
import dev.solecast.forecast.Kind;
import dev.solecast.forecast.Records;
import dev.solecast.forecast.TrackRecord;
import dev.solecast.release.Release;
import dev.solecast.sql.BulkSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scores of resolved releases; rows that are only ever written whole, summed and thrown away. */
@ApplicationScoped
class ScoreTable {

    private final EntityManager database;

    ScoreTable(EntityManager database) {
        this.database = database;
    }

    /** Whether there were any. */
    boolean forget(Release release) {
        var rows = (Number) database.createNativeQuery("""
                        with
                            gone as (delete from earned where release_id = :release returning 1),
                            claims as (delete from claim_score where release_id = :release returning 1),
                            forecasts as (delete from forecast_score where release_id = :release returning 1)
                        select (select count(*) from gone) + (select count(*) from claims) + (select count(*) from forecasts)
                        """)
                .setParameter("release", release.id())
                .getSingleResult();
        return rows.longValue() > 0;
    }

    void earned(ScoringCase hearing, Map<Records.Key, TrackRecord> earned) {
        if (earned.isEmpty()) {
            return;
        }
        var given = earned.entrySet().stream()
                .map(each -> Map.of(
                        "source", each.getKey().source(),
                        "kind", word(each.getKey().kind()),
                        "counts", each.getValue().counts()))
                .toList();
        database.createNativeQuery("""
                        insert into earned (release_id, source_id, kind, resolved_on, counts)
                        select :release, s.id, e.kind, :day, e.counts
                        from json_to_recordset(cast(:earned as json)) as e (source text, kind text, counts integer[])
                            join source s on s.slug = e.source
                        """)
                .setParameter("release", hearing.release().id())
                .setParameter("day", hearing.outcome().day())
                .setParameter("earned", BulkSql.json(given))
                .executeUpdate();
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void claims(ScoringCase hearing, List<ClaimScore> scores) {
        BulkSql.write(
                database,
                "insert into claim_score (release_id, source_id, rumor_id, hit, slip, crps, " + Baseline.COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                scores.stream()
                        .map(score -> row(
                                score.rules(),
                                hearing.release().id(),
                                score.claim().source().id(),
                                score.claim().id(),
                                score.hit(),
                                score.slip(),
                                score.crps()))
                        .toList());
    }

    void forecasts(ScoringCase hearing, List<ForecastScore> scores) {
        BulkSql.write(
                database,
                "insert into forecast_score (release_id, day, lead, method, happens, came, crps, pit, confidence, inside, "
                        + Baseline.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                scores.stream()
                        .map(score -> row(
                                score.rules(),
                                hearing.release().id(),
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
    }

    /** No errors at all are nulls. */
    private static List<@Nullable Object> row(Map<Baseline, Double> errors, @Nullable Object... values) {
        var row = new ArrayList<@Nullable Object>(Arrays.asList(values));
        for (var rule : Baseline.values()) {
            row.add(errors.get(rule));
        }
        return row;
    }
}
