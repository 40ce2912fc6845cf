package dev.solecast.release;

import dev.solecast.release.forecast.Kind;
import dev.solecast.release.forecast.Records;
import dev.solecast.release.forecast.TrackRecord;
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

/** What sources have earned by the releases that were resolved. */
@ApplicationScoped
class TrackRecords {

    private final EntityManager database;

    TrackRecords(EntityManager database) {
        this.database = database;
    }

    /** The records of these sources, and of the kinds as a whole, by what was resolved by the end of this day. */
    Records by(LocalDate day, Collection<Rumor> of) {
        return Objects.requireNonNull(by(List.of(day), of).get(day));
    }

    /** The same by the end of each of these days, which are in order, in two queries. */
    Map<LocalDate, Records> by(List<LocalDate> days, Collection<Rumor> of) {
        var sources = of.stream().map(rumor -> rumor.source().id()).distinct().toList();
        var own = new HashMap<Records.Key, TrackRecord>();
        var kinds = new EnumMap<Kind, TrackRecord>(Kind.class);
        var ofSources = sums("s.slug", "join source s on s.id = e.source_id", "e.source_id in :sources", days, sources);
        var ofAll = sums("''", "", "true", days, null);
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

    private record Sum(String source, Kind kind, TrackRecord record) {}

    /** What was resolved by the end of each day, but not of the one before it. */
    @SuppressWarnings("unchecked")
    private Map<LocalDate, List<Sum>> sums(
            String who, String join, String where, List<LocalDate> days, @Nullable List<Long> sources) {
        var query = database.createNativeQuery("""
                        select (select min(d) from unnest(cast(:days as date[])) d where d >= e.resolved_on) as day,
                            %s, e.kind, c.key, sum(c.value::float8)
                        from earned e %s cross join jsonb_each_text(e.counts) c
                        where e.resolved_on <= :last and %s
                        group by 1, 2, 3, 4
                        """.formatted(who, join, where), Object[].class)
                .setParameter("days", days.toArray(LocalDate[]::new))
                .setParameter("last", days.getLast());
        if (sources != null) {
            query.setParameter("sources", sources);
        }
        var sums = new HashMap<LocalDate, List<Sum>>();
        for (var row : (List<Object[]>) query.getResultList()) {
            sums.computeIfAbsent(day(row[0]), day -> new ArrayList<>())
                    .add(new Sum((String) row[1], kind(row[2]), counted(row[3], row[4])));
        }
        return sums;
    }

    private static LocalDate day(Object column) {
        return column instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) column;
    }

    private static Kind kind(Object word) {
        return Kind.valueOf(((String) word).toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    private static TrackRecord counted(Object count, Object value) {
        return TrackRecord.of(Map.of(TrackRecord.Count.valueOf((String) count), ((Number) value).doubleValue()));
    }
}
