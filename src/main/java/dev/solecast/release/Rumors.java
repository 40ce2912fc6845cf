package dev.solecast.release;

import dev.solecast.catalog.Collaboration;
import dev.solecast.catalog.Colorway;
import dev.solecast.http.Page;
import dev.solecast.http.PageRequest;
import dev.solecast.http.Slug;
import dev.solecast.http.Where;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class Rumors implements PanacheRepository<Rumor> {

    private static final String WITH_SOURCES = """
            from Rumor u
            join fetch u.source s
            left join fetch u.via
            left join fetch u.copiesSource
            """;

    /** Retracted ones included: what was said stays visible. */
    Page<Rumor> list(Release release, RumorFilter filter, PageRequest<Rumor> page) {
        var where = new Where()
                .and("u.release = :?", release)
                .and("u.kind in :?", filter.kind())
                .and("s.slug in :?", Slug.texts(filter.source()));
        return where.page(getEntityManager(), Rumor.class, "u", WITH_SOURCES, page);
    }

    /** The newest of each of these releases, at most this many of one; in one query. */
    List<Rumor> newest(List<Release> releases, int ofEach) {
        return getEntityManager()
                .createQuery("select u " + WITH_SOURCES + """
                                where u.release in :releases
                                and :ofEach > (select count(*) from Rumor n
                                               where n.release = u.release and (n.saidBy, n.id) > (u.saidBy, u.id))
                                order by u.saidBy desc, u.id desc
                                """, Rumor.class)
                .setParameter("releases", releases)
                .setParameter("ofEach", (long) ofEach)
                .getResultList();
    }

    List<Rumor> unretracted(Release release) {
        return list("release = ?1 and retractedAt is null", release);
    }

    List<Rumor> unretractedAbout(Colorway colorway) {
        return list("release.colorway = ?1 and retractedAt is null", colorway);
    }

    List<Rumor> unretractedAbout(Collaboration collaboration) {
        return list("release.collaboration = ?1 and retractedAt is null", collaboration);
    }
}
