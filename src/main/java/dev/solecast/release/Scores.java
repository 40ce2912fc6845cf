package dev.solecast.release;

import dev.solecast.release.forecast.Baseline;
import dev.solecast.release.forecast.Forecast;
import dev.solecast.release.forecast.Records;
import dev.solecast.release.forecast.TrackRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The scores of resolved releases; rows that are only ever written whole, summed and thrown away. */
@ApplicationScoped
class Scores {

    /** The columns of the simple rules, in the order of {@link Baseline}. */
    static final String RULES = "latest_claim, official_first, majority, weighted_median";

    private final EntityManager database;

    Scores(EntityManager database) {
        this.database = database;
    }

    /** Whether there were any. */
    boolean forget(Release release) {
        int rows = 0;
        for (var table : List.of("earned", "claim_score", "forecast_score")) {
            rows += database.createNativeQuery("delete from " + table + " where release_id = :release")
                    .setParameter("release", release.id())
                    .executeUpdate();
        }
        return rows > 0;
    }

    void earned(Hearing hearing, Map<Records.Key, TrackRecord> earned) {
        earned.forEach((key, record) -> database.createNativeQuery("""
                        insert into earned (release_id, source_id, kind, resolved_on, counts)
                        select :release, id, :kind, :day, cast(:counts as jsonb) from source where slug = :source
                        """)
                .setParameter("release", hearing.release().id())
                .setParameter("kind", key.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .setParameter("day", hearing.outcome().day())
                .setParameter("counts", json(record))
                .setParameter("source", key.source())
                .executeUpdate());
    }

    private static String json(TrackRecord record) {
        return Arrays.stream(TrackRecord.Count.values())
                .filter(count -> record.count(count) != 0)
                .map(count -> "\"" + count + "\": " + record.count(count))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    void claims(Hearing hearing, List<ClaimScore> scores) {
        for (var score : scores) {
            var insert = database.createNativeQuery("""
                            insert into claim_score (release_id, source_id, rumor_id, hit, slip, crps, %s)
                            values (:release, :source, :rumor, :hit, cast(:slip as integer), :crps, %s)
                            """.formatted(RULES, values()))
                    .setParameter("release", hearing.release().id())
                    .setParameter("source", score.claim().source().id())
                    .setParameter("rumor", score.claim().id())
                    .setParameter("hit", score.hit())
                    .setParameter("slip", score.slip())
                    .setParameter("crps", score.crps());
            bind(insert, score.rules()).executeUpdate();
        }
    }

    void forecasts(Hearing hearing, List<ForecastScore> scores) {
        for (var score : scores) {
            var insert = database.createNativeQuery("""
                            insert into forecast_score
                                (release_id, day, lead, method, happens, came, crps, pit, confidence, inside, %s)
                            values (:release, :day, cast(:lead as integer), :method, :happens, :came, :crps, :pit,
                                cast(:confidence as float8), cast(:inside as boolean), %s)
                            """.formatted(RULES, values()))
                    .setParameter("release", hearing.release().id())
                    .setParameter("day", score.day())
                    .setParameter("lead", score.lead())
                    .setParameter("method", Forecast.METHOD_VERSION)
                    .setParameter("happens", score.happens())
                    .setParameter("came", score.came())
                    .setParameter("crps", score.crps())
                    .setParameter("pit", score.pit())
                    .setParameter("confidence", score.confidence())
                    .setParameter("inside", score.inside());
            bind(insert, score.rules()).executeUpdate();
        }
    }

    private static String values() {
        return Arrays.stream(Baseline.values())
                .map(rule -> "cast(:" + column(rule) + " as float8)")
                .collect(Collectors.joining(", "));
    }

    static String column(Baseline rule) {
        return rule.name().toLowerCase(Locale.ROOT);
    }

    /** As callers read it. */
    static String word(Baseline rule) {
        return column(rule).replace('_', '-');
    }

    /** No errors at all are nulls. */
    private static Query bind(Query insert, Map<Baseline, Double> errors) {
        for (var rule : Baseline.values()) {
            @Nullable Double error = errors.get(rule);
            insert.setParameter(column(rule), error);
        }
        return insert;
    }
}
