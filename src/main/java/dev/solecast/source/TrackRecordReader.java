package dev.solecast.source;

import dev.solecast.forecast.Kind;
import dev.solecast.forecast.Records;
import dev.solecast.forecast.TrackRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the track records of sources, which follow from resolved releases. */
@ApplicationScoped
public class TrackRecordReader {

    /** The counts of single sources: sums of the years before the first day's, then single outcomes. */
    static final String OF_SOURCES = """
            select s.slug, e.kind, e.day, e.counts
            from (
                select source_id, kind, begins, counts from earned_sum
                where source_id = any(cast(:sources as bigint[])) and span = 'year' and begins < :year
                union all
                select source_id, kind, resolved_on, counts from earned
                where source_id = any(cast(:sources as bigint[])) and resolved_on between :year and :last
            ) e (source_id, kind, day, counts) join source s on s.id = e.source_id""";

    /** The counts of all sources together: sums of the years before the first day's, then of days. */
    static final String OF_ALL = """
            select '', kind, begins, counts from earned_sum
            where source_id = 0 and (span = 'year' and begins < :year or span = 'day' and begins between :year and :last)""";

    private static final String SUMS = """
            select (select min(d) from unnest(cast(:days as date[])) d where d >= e.day), e.source, e.kind, %s
            from (%%s) e (source, kind, day, counts)
            group by 1, 2, 3
            """.formatted(TrackRecordTotals.COUNTS);

    private final EntityManager database;

    TrackRecordReader(EntityManager database) {
        this.database = database;
    }

    /** The track records of these source ids and of each kind, from releases resolved by the end of this day. */
    public Records readUntil(LocalDate day, Collection<Long> sources) {
        return Objects.requireNonNull(readUntil(List.of(day), sources).get(day));
    }

    /** The track records by the end of each of these days, which must be in order; reads them in two queries. */
    public Map<LocalDate, Records> readUntil(List<LocalDate> days, Collection<Long> sources) {
        var ids = sources.toArray(Long[]::new);
        var own = new HashMap<Records.Key, TrackRecord>();
        var kinds = new EnumMap<Kind, TrackRecord>(Kind.class);
        var ofSources = sums(OF_SOURCES, days, ids);
        var ofAll = sums(OF_ALL, days, null);
        var known = new HashMap<LocalDate, Records>();
        for (var day : days) {
            for (var sum : ofSources.getOrDefault(day, List.of())) {
                own.merge(new Records.Key(sum.source(), sum.kind()), sum.record(), TrackRecord::plus);
            }
            for (var sum : ofAll.getOrDefault(day, List.of())) {
                kinds.merge(sum.kind(), sum.record(), TrackRecord::plus);
            }
            known.put(day, Records.of(own, kinds));
        }
        return known;
    }

    record Sum(String source, Kind kind, TrackRecord record) {}

    /** The counts by day, from the releases resolved after the day before it in the list and by its end. */
    @SuppressWarnings("unchecked")
    Map<LocalDate, List<Sum>> sums(String earned, List<LocalDate> days, Long @Nullable [] sources) {
        var query = database.createNativeQuery(SUMS.formatted(earned), Object[].class)
                .setParameter("days", days.toArray(LocalDate[]::new))
                .setParameter("year", days.getFirst().withDayOfYear(1))
                .setParameter("last", days.getLast());
        if (sources != null) {
            query.setParameter("sources", sources);
        }
        var sums = new HashMap<LocalDate, List<Sum>>();
        for (var row : (List<Object[]>) query.getResultList()) {
            sums.computeIfAbsent(day(row[0]), day -> new ArrayList<>())
                    .add(new Sum((String) row[1], kind(row[2]), TrackRecord.of((Long[]) row[3])));
        }
        return sums;
    }

    private static LocalDate day(Object column) {
        return column instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) column;
    }

    private static Kind kind(Object word) {
        return Kind.valueOf(((String) word).toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
