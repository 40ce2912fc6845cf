package dev.solecast.catalog;

import dev.solecast.http.Page;
import dev.solecast.http.PageRequest;
import dev.solecast.http.Slug;
import dev.solecast.http.Sort;
import dev.solecast.http.Where;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class Colorways extends Entries<Colorway> {

    private static final String FETCHES = """
            join fetch c.brand b
            join fetch c.model m
            left join fetch c.reminiscentOf
            left join fetch c.collaboration x
            """;

    Colorways() {
        super(Colorway.class, "colorway");
    }

    Page<Colorway> list(ColorwayFilter filter, NamedFilter named, PageRequest<Colorway> page) {
        var where = new Where()
                .and("b.slug in :?", Slug.texts(filter.brand()))
                .and("m.slug in :?", Slug.texts(filter.model()))
                .and("x.slug in :?", Slug.texts(filter.collaboration()))
                .and(
                        "exists (select 1 from x.collaborators who where who.slug in :?)",
                        Slug.texts(filter.collaborator()))
                .and("c.styleCode in :?", filter.styleCode())
                .and("exists (select 1 from c.colors color where color.name in :?)", filter.color())
                .and("c.line in :?", filter.line())
                .and("c.kind in :?", filter.kind())
                .and("c.audience in :?", filter.audience())
                .and("c.strongestKind in :?", filter.strongestRumor())
                .and("c.updatedAt >= :?", named.updatedSince());
        return page("c", FETCHES, where, page);
    }

    /** A colorway may have no name; its slug serves. */
    static Sort<Colorway> sort(NamedFilter filter) {
        return sort(filter.sorting(), Sort.Key.text("c.slug", Colorway::slug), "c");
    }
}
