package dev.solecast.release;

import dev.solecast.catalog.Collaboration;
import dev.solecast.catalog.ColorwayKind;
import dev.solecast.catalog.Entries;
import dev.solecast.http.Page;
import dev.solecast.http.PageRequest;
import dev.solecast.http.Slug;
import dev.solecast.http.Sort;
import dev.solecast.http.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

@ApplicationScoped
class Releases extends Entries<Release> {

    private static final String FETCHES = """
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

    Page<Release> list(ReleaseFilter filter, PageRequest<Release> page) {
        return page("r", FETCHES, where(filter, page.today()), page);
    }

    /** What is neither released nor cancelled. */
    Page<Release> upcoming(ReleaseFilter filter, PageRequest<Release> page) {
        return page("r", FETCHES, where(filter, page.today()).and(group(page.today()) + " is not null"), page);
    }

    List<Release> of(Collaboration collaboration) {
        return list("collaboration", collaboration);
    }

    /** What drops next, then what is overdue, then what nobody has dated. */
    static Sort<Release> whatDropsNext(LocalDate today) {
        var group = Sort.Key.<Release>number(group(today), release -> Group.rankOf(release.group(today)));
        return Sort.ascending(group, ReleaseSorting.DAY, ReleaseSorting.SPAN, ReleaseSorting.ID);
    }

    private static Where where(ReleaseFilter filter, LocalDate today) {
        var where = new Where()
                .and("b.slug in :?", Slug.texts(filter.brand()))
                .and("m.slug in :?", Slug.texts(filter.model()))
                .and(
                        "exists (select 1 from x.collaborators who where who.slug in :?)",
                        Slug.texts(filter.collaborator()))
                .and("x.slug in :?", Slug.texts(filter.collaboration()))
                .and("c.slug in :?", Slug.texts(filter.colorway()))
                .and("c.styleCode in :?", filter.styleCode())
                .and("exists (select 1 from c.colors color where color.name in :?)", filter.color())
                .and("c.line in :?", filter.line())
                .and("c.audience in :?", filter.audience())
                .and(
                        "r.region in :?",
                        filter.region().stream()
                                .flatMap(region -> region.covering().stream())
                                .toList())
                .and("r.channel in :?", filter.channel())
                .and("r.status in :?", filter.status())
                .and("x.stage in :?", filter.stage())
                .and(
                        group(today) + " in :?",
                        filter.group().stream().map(Group::rankOf).toList())
                .and("r.strongestKind in :?", filter.strongestRumor())
                .and("""
                        exists (select 1 from Rumor u
                                where u.release = r and u.retractedAt is null and u.source.slug in :?)""", Slug.texts(filter.source()))
                .and("r.price.amount >= :?", filter.priceMin())
                .and("r.price.amount <= :?", filter.priceMax())
                .and("r.price.currency = :?", filter.currency())
                .and("r.updatedAt >= :?", filter.updatedSince());
        if (!filter.kind().isEmpty()) {
            where.and(filter.kind().stream().map(Releases::isOf).collect(Collectors.joining(" or ", "(", ")")));
        }
        return inRange(filter, where);
    }

    private static String isOf(ColorwayKind kind) {
        return switch (kind) {
            case GENERAL -> "c.kind = GENERAL";
            case COLLABORATION -> "x.id is not null";
        };
    }

    private static Where inRange(ReleaseFilter filter, Where where) {
        var from = filter.from();
        var to = filter.to();
        if (from == null && to == null) {
            return where;
        }
        var operator = filter.match() == Match.CERTAIN ? "<@" : "&&";
        var range = "[" + (from == null ? "" : from) + "," + (to == null ? "" : to) + "]";
        return where.and(
                "cast(sql('? " + operator + " cast(? as daterange)', r.dateDays, :?) as Boolean) = true", range);
    }

    /** The rank of a release's group; one that is no longer awaited has none. */
    private static String group(LocalDate today) {
        return """
                case when r.status in (RELEASED, CANCELLED) then null
                     when r.date is null then 2
                     when r.sortDay < date %s then 1
                     else 0 end""".formatted(today);
    }
}
