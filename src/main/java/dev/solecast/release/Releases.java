package dev.solecast.release;

import dev.solecast.catalog.Collaboration;
import dev.solecast.catalog.Entries;
import dev.solecast.http.Page;
import dev.solecast.http.PageRequest;
import dev.solecast.http.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class Releases extends Entries<Release> {

    private static final String FROM = """
            from Release r
            join fetch r.model m
            join fetch m.brand b
            left join fetch r.collaboration x
            left join fetch x.brand
            left join fetch x.model
            left join fetch r.colorway c
            left join fetch c.collaboration
            """;

    Releases() {
        super(Release.class, "release");
    }

    Page<Seen> list(ReleaseFilter filter, PageRequest<Seen> page) {
        return page(ReleaseConditions.of(filter), filter, page);
    }

    /** What is neither released nor cancelled. */
    Page<Seen> upcoming(ReleaseFilter filter, PageRequest<Seen> page) {
        return page(ReleaseConditions.of(filter).and("r.status not in (RELEASED, CANCELLED)"), filter, page);
    }

    /** What a filter finds without asking where a release stands; for the past no query can ask that. */
    List<Release> whateverTheirStanding(ReleaseFilter filter, int most) {
        return ReleaseConditions.of(filter).first(getEntityManager(), Release.class, "r", FROM, most);
    }

    private Page<Seen> page(Where where, ReleaseFilter filter, PageRequest<Seen> page) {
        ReleaseConditions.addStanding(where, filter, page.today(), page.utc());
        return where.page(
                getEntityManager(),
                Release.class,
                "r",
                FROM,
                release -> new Seen(release, Outlook.now(release, page.today(), page.utc())),
                page);
    }

    List<Release> of(List<Collaboration> collaborations) {
        return list("collaboration in ?1 and deletedAt is null", collaborations);
    }
}
