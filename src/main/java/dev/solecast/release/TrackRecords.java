package dev.solecast.release;

import dev.solecast.release.forecast.Kind;
import dev.solecast.release.forecast.Records;
import dev.solecast.release.forecast.TrackRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        var sources = of.stream().map(rumor -> rumor.source().id()).distinct().toList();
        var own = new HashMap<Records.Key, TrackRecord>();
        for (var row : sums(
                "s.slug, e.kind", "join source s on s.id = e.source_id", "e.source_id in :sources", day, sources)) {
            own.merge(new Records.Key((String) row[0], kind(row[1])), counted(row[2], row[3]), TrackRecord::plus);
        }
        var kinds = new EnumMap<Kind, TrackRecord>(Kind.class);
        for (var row : sums("'', e.kind", "", "true", day, null)) {
            kinds.merge(kind(row[1]), counted(row[2], row[3]), TrackRecord::plus);
        }
        return Records.of(own, kinds);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> sums(String who, String join, String where, LocalDate day, @Nullable List<Long> sources) {
        var query = database.createNativeQuery("""
                        select %s, c.key, sum(c.value::float8)
                        from earned e %s cross join jsonb_each_text(e.counts) c
                        where e.resolved_on <= :day and %s
                        group by 1, 2, 3
                        """.formatted(who, join, where)).setParameter("day", day);
        return sources == null
                ? query.getResultList()
                : query.setParameter("sources", sources).getResultList();
    }

    private static Kind kind(Object word) {
        return Kind.valueOf(((String) word).toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    private static TrackRecord counted(Object count, Object value) {
        return TrackRecord.of(Map.of(TrackRecord.Count.valueOf((String) count), ((Number) value).doubleValue()));
    }
}
