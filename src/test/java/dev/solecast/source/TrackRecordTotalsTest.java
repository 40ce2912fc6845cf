package dev.solecast.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import dev.solecast.forecast.Kind;
import dev.solecast.forecast.TrackRecord;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Totals of track records equal the sums over all rows. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class TrackRecordTotalsTest {

    private static final List<String> KINDS = List.of("official", "report", "speculation");

    @Inject
    Fixtures fixtures;

    @Inject
    EntityManager database;

    @Inject
    TrackRecordReader records;

    @Inject
    TrackRecordTotals totals;

    private final Random random = new Random(1935);

    /** Runs in a transaction that is rolled back, because the random rows would change every forecast. */
    @Test
    void whateverIsEarnedAndLostTheSumsAreThoseOfWhatIsLeft() {
        var sources = addSources();
        QuarkusTransaction.begin();
        try {
            for (int round = 0; round < 12; round++) {
                for (int i = 0; i < 30; i++) {
                    insertOrDelete();
                }
                compare(sources);
                totals.addUp();
                compare(sources);
            }
            assertThat(longValue("select count(*) from earned_sum where not added_up"))
                    .isZero();
            assertThat(longValue("""
                    select count(*) from (
                        select 1 from earned_sum group by source_id, kind, span, begins having count(*) > 1) twice
                    """)).isZero();
            assertThat(longValue("select count(*) from earned where source_id = " + sources.getFirst()))
                    .isPositive();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private List<Long> addSources() {
        fixtures.brand("topper-1975", "Topper");
        fixtures.model("topper-1975-terra", "topper-1975", "Terra");
        for (int i = 0; i < 8; i++) {
            fixtures.release("topper-1975-terra-" + i, "topper-1975-terra");
        }
        return Stream.of("a", "b", "c")
                .map(name -> "topper-1975-" + name)
                .peek(slug -> fixtures.source(slug, "publication"))
                .map(slug -> longValue("select id from source where slug = '" + slug + "'"))
                .toList();
    }

    private void insertOrDelete() {
        var release = "(select id from release where slug = 'topper-1975-terra-" + random.nextInt(8) + "')";
        if (random.nextInt(3) == 0) {
            execute("delete from earned where release_id = " + release);
        } else {
            execute("""
                    insert into earned (release_id, source_id, kind, resolved_on, counts)
                    select %s, id, '%s', '%s', array(select (id + i) %% 7 from generate_series(1, 14) i)
                    from source where slug like 'topper-1975-%%' on conflict do nothing
                    """.formatted(release, KINDS.get(random.nextInt(3)), day()));
        }
    }

    private LocalDate day() {
        return LocalDate.of(2021 + random.nextInt(4), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private void compare(List<Long> sources) {
        var days = Stream.generate(this::day)
                .limit(1 + random.nextInt(5))
                .distinct()
                .sorted()
                .toList();
        var some = sources.subList(0, 2).toArray(Long[]::new);
        assertThat(fromTotals(TrackRecordReader.OF_SOURCES, days, some))
                .isEqualTo(summedRowByRow(
                        "s.slug", days.getLast(), "e.source_id in (" + some[0] + ", " + some[1] + ")", days));
        assertThat(fromTotals(TrackRecordReader.OF_ALL, days, null))
                .isEqualTo(summedRowByRow("''", days.getLast(), "true", days));
    }

    private record Key(LocalDate day, String source, Kind kind) {}

    private Map<Key, List<Long>> fromTotals(String earned, List<LocalDate> days, Long[] sources) {
        var found = new HashMap<Key, List<Long>>();
        records.sums(earned, days, sources)
                .forEach((day, all) -> all.forEach(sum -> found.put(
                        new Key(day, sum.source(), sum.kind()), sum.record().counts())));
        found.values().removeIf(counts -> counts.stream().allMatch(count -> count == 0));
        return found;
    }

    /** Sums by day over all rows, without stored totals. */
    @SuppressWarnings("unchecked")
    private Map<Key, List<Long>> summedRowByRow(
            String sourceColumn, LocalDate last, String where, List<LocalDate> days) {
        var found = new HashMap<Key, TrackRecord>();
        for (var row :
                (List<Object[]>) database.createNativeQuery("""
                        select e.resolved_on, %s, e.kind, e.counts::bigint[]
                        from earned e join source s on s.id = e.source_id where e.resolved_on <= '%s' and %s
                        """.formatted(sourceColumn, last, where), Object[].class)
                        .getResultList()) {
            var resolved = LocalDate.parse(row[0].toString());
            var day = days.stream().filter(each -> !each.isBefore(resolved)).findFirst();
            var kind = Kind.valueOf(
                    row[2].toString().toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
            found.merge(
                    new Key(day.orElseThrow(), row[1].toString(), kind),
                    TrackRecord.of((Long[]) row[3]),
                    TrackRecord::plus);
        }
        var counts = new HashMap<Key, List<Long>>();
        found.forEach((key, record) -> counts.put(key, new ArrayList<>(record.counts())));
        counts.values().removeIf(all -> all.stream().allMatch(count -> count == 0));
        return counts;
    }

    private void execute(String statement) {
        database.createNativeQuery(statement).executeUpdate();
    }

    private long longValue(String query) {
        return ((Number) database.createNativeQuery(query).getSingleResult()).longValue();
    }
}
