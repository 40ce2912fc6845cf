package dev.solecast.release.accuracy;

import dev.solecast.forecast.Baseline;
import dev.solecast.forecast.Forecast;
import dev.solecast.forecast.Mean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the sums of scores, which the database computes. */
@ApplicationScoped
class AccuracyReader {

    private static final String EVENLY_SPACED = "from forecast_score where method = :method and lead is null";

    private final EntityManager database;

    AccuracyReader(EntityManager database) {
        this.database = database;
    }

    AccuracySums readSums(LocalDate today) {
        var awaited = rows("""
                select count(*), count(*) filter (where upper(date_days) <= cast(:today as date)),
                    (select count(distinct release_id) from forecast_score where method = :method),
                    (select count(distinct release_id) %s)
                from release
                where status not in ('released', 'cancelled') and deleted_at is null and forecast_comes is not null
                """.formatted(EVENLY_SPACED), today).getFirst();
        return new AccuracySums(
                whole(awaited[2]),
                whole(awaited[0]),
                whole(awaited[1]),
                leads(),
                rows("""
                        select least(9, floor(pit * 10)), count(*), count(*) filter (where pit between 0.25 and 0.75),
                            count(*) filter (where pit between 0.1 and 0.9)
                        %s group by 1
                        """.formatted(EVENLY_SPACED), null).stream()
                        .map(row -> new AccuracySums.Tenth(whole(row[0]), whole(row[1]), whole(row[2]), whole(row[3])))
                        .toList(),
                whole(awaited[3]),
                rows("""
                        select least(9, floor(happens * 10)), count(*), count(distinct release_id), sum(happens),
                            count(*) filter (where came)
                        %s group by 1 order by 1
                        """.formatted(EVENLY_SPACED), null).stream()
                        .map(row -> new AccuracySums.Bin(
                                whole(row[0]), whole(row[1]), whole(row[2]), number(row[3]), whole(row[4])))
                        .toList());
    }

    private List<AccuracySums.Lead> leads() {
        var againstBaselines = Arrays.stream(Baseline.values())
                .map(Baseline::column)
                .map(baseline -> "sum(%1$s), sum(crps * %1$s), sum(%1$s * %1$s)".formatted(baseline))
                .collect(Collectors.joining(", "));
        return rows("""
                select lead, count(*), sum(crps), sum(crps * crps),
                    sum((happens - came::int) ^ 2), sum((happens - came::int) ^ 4),
                    count(confidence), sum((confidence - inside::int) ^ 2), sum((confidence - inside::int) ^ 4), %s
                from forecast_score where method = :method and lead is not null group by lead order by lead desc
                """.formatted(againstBaselines), null).stream()
                .map(AccuracyReader::lead)
                .toList();
    }

    private static AccuracySums.Lead lead(Object[] row) {
        int n = whole(row[1]);
        var skills = new EnumMap<Baseline, Mean>(Baseline.class);
        int column = 9;
        for (var baseline : Baseline.values()) {
            var skill = Mean.skill(
                    n,
                    number(row[2]),
                    number(row[column]),
                    number(row[3]),
                    number(row[column + 1]),
                    number(row[column + 2]));
            if (skill != null) {
                skills.put(baseline, skill);
            }
            column += 3;
        }
        int dated = whole(row[6]);
        return new AccuracySums.Lead(
                whole(row[0]),
                Mean.of(n, number(row[2]), number(row[3])),
                Mean.of(n, number(row[4]), number(row[5])),
                dated == 0 ? null : Mean.of(dated, number(row[7]), number(row[8])),
                skills);
    }

    private List<Object[]> rows(String sql, @Nullable LocalDate today) {
        var query = database.createNativeQuery(sql, Object[].class).setParameter("method", Forecast.METHOD_VERSION);
        if (today != null) {
            query.setParameter("today", today);
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return rows;
    }

    private static double number(Object column) {
        return ((Number) column).doubleValue();
    }

    private static int whole(Object column) {
        return ((Number) column).intValue();
    }
}
