package dev.solecast.release.accuracy;

import dev.solecast.forecast.Baseline;
import dev.solecast.forecast.Forecast;
import dev.solecast.forecast.Mean;
import dev.solecast.sql.SqlStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Stream;

/** Reads the sums of scores, which {@link ScoreTable} writes, at a cost that does not grow with the releases. */
@ApplicationScoped
class AccuracyReader {

    /** The sums of a bucket before those of the baselines: its number, errors and Brier scores. */
    private static final int BEFORE_BASELINES = 8;

    private final EntityManager database;

    AccuracyReader(EntityManager database) {
        this.database = database;
    }

    /** The sums of one bucket, in the order of the SQL function {@code accuracy_sums}. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Bucket(String part, int number, double[] sums) {

        long whole(int index) {
            return Math.round(sums[index]);
        }
    }

    AccuracySums readSums(LocalDate today) {
        var awaited = (Object[]) database.createNativeQuery("""
                        select count(*), count(*) filter (where sort_day < cast(:today as date))
                        from release where awaited and forecast_comes is not null
                        """, Object[].class)
                .setParameter("today", today)
                .getSingleResult();
        var buckets = buckets();
        return new AccuracySums(
                count(buckets, "scored"),
                ((Number) awaited[0]).longValue(),
                ((Number) awaited[1]).longValue(),
                of(buckets, "lead")
                        .sorted(Comparator.comparingInt(Bucket::number).reversed())
                        .map(AccuracyReader::lead)
                        .toList(),
                of(buckets, "pit")
                        .map(pit -> new AccuracySums.Tenth(
                                pit.number(), (int) pit.whole(0), (int) pit.whole(1), (int) pit.whole(2)))
                        .toList(),
                (int) count(buckets, "sampled"),
                of(buckets, "happens")
                        .map(bin -> new AccuracySums.Bin(
                                bin.number(), (int) bin.whole(0), (int) bin.whole(1), bin.sums()[2], (int)
                                        bin.whole(3)))
                        .toList());
    }

    /** All buckets that are not empty, by part and number. */
    private List<Bucket> buckets() {
        return new SqlStatement("""
                        select part, bucket, array_agg(sum order by place) from (
                            select part, bucket, place, sum(value)::float8 as sum
                            from accuracy_sum, unnest(sums) with ordinality as of (value, place)
                            where method = ? group by part, bucket, place) summed
                        group by part, bucket order by part, bucket""", Forecast.METHOD_VERSION)
                        .read(
                                database,
                                row -> new Bucket(
                                        row.getString(1),
                                        row.getInt(2),
                                        Arrays.stream((Double[]) row.getArray(3).getArray())
                                                .mapToDouble(Double::doubleValue)
                                                .toArray()))
                        .stream()
                        .filter(bucket -> bucket.whole(0) > 0)
                        .toList();
    }

    private static Stream<Bucket> of(List<Bucket> buckets, String part) {
        return buckets.stream().filter(bucket -> bucket.part().equals(part));
    }

    private static long count(List<Bucket> buckets, String part) {
        return of(buckets, part).mapToLong(bucket -> bucket.whole(0)).sum();
    }

    private static AccuracySums.Lead lead(Bucket bucket) {
        var sums = bucket.sums();
        long n = bucket.whole(0);
        var skills = new EnumMap<Baseline, Mean>(Baseline.class);
        int column = BEFORE_BASELINES;
        for (var baseline : Baseline.values()) {
            var skill = Mean.skill(n, sums[1], sums[column], sums[2], sums[column + 1], sums[column + 2]);
            if (skill != null) {
                skills.put(baseline, skill);
            }
            column += 3;
        }
        long dated = bucket.whole(5);
        return new AccuracySums.Lead(
                bucket.number(),
                Mean.of(n, sums[1], sums[2]),
                Mean.of(n, sums[3], sums[4]),
                dated == 0 ? null : Mean.of(dated, sums[6], sums[7]),
                skills);
    }
}
