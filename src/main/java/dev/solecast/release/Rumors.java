package dev.solecast.release;

import dev.solecast.catalog.Collaboration;
import dev.solecast.catalog.Colorway;
import dev.solecast.http.Page;
import dev.solecast.http.PageRequest;
import dev.solecast.http.Slug;
import dev.solecast.http.Where;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Rumors implements PanacheRepository<Rumor> {

    private static final String WITH_SOURCES = """
            from Rumor u
            join fetch u.source s
            left join fetch u.via
            left join fetch u.copiesSource
            left join fetch u.copiesRumor
            """;

    /** Retracted ones included: what was said stays visible; as of a past day, only what counted then. */
    Page<Rumor> list(Release release, RumorFilter filter, @Nullable AsOf asOf, PageRequest<Rumor> page) {
        var where = new Where()
                .and("u.release = :?", release)
                .and("u.kind in :?", filter.kind())
                .and("s.slug in :?", Slug.texts(filter.source()));
        return asOf(where, asOf).page(getEntityManager(), Rumor.class, "u", WITH_SOURCES, page);
    }

    /** The newest of each of these releases, at most this many of one; in one query. */
    List<Rumor> newest(List<Release> releases, int ofEach, @Nullable AsOf asOf) {
        var where = new Where()
                .and("u.release in :?", releases)
                .and("""
                        :? > (select count(*) from Rumor n
                              where n.release = u.release and (n.saidBy, n.id) > (u.saidBy, u.id)
                              and n.saidBy <= %s)""".formatted(asOf == null ? "n.saidBy" : "date " + asOf.day()), (long) ofEach);
        return asOf(where, asOf)
                .first(getEntityManager(), Rumor.class, "u", WITH_SOURCES, releases.size() * ofEach)
                .stream()
                .sorted(Comparator.comparing(Rumor::saidBy)
                        .thenComparingLong(Rumor::id)
                        .reversed())
                .toList();
    }

    private static Where asOf(Where where, @Nullable AsOf asOf) {
        if (asOf != null) {
            where.and("u.saidBy <= :?", asOf.day())
                    .and("(u.retractedAt is null or u.retractedAt >= :?)", endOf(asOf.day()))
                    .and("u.recordedAt < :?", asOf.recordedBy() == null ? null : endOf(asOf.recordedBy()));
        }
        return where;
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Retracted ones included; with their sources, in one query. */
    List<Rumor> about(List<Release> releases) {
        return getEntityManager()
                .createQuery("select u " + WITH_SOURCES + " where u.release in :releases", Rumor.class)
                .setParameter("releases", releases)
                .getResultList();
    }

    List<Rumor> unretractedAbout(Colorway colorway) {
        return list("release.colorway = ?1 and retractedAt is null", colorway);
    }

    List<Rumor> unretractedAbout(Collaboration collaboration) {
        return list("release.collaboration = ?1 and retractedAt is null", collaboration);
    }
}
