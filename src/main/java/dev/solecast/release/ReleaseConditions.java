package dev.solecast.release;

import dev.solecast.catalog.ColorwayKind;
import dev.solecast.http.Slug;
import dev.solecast.http.Where;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** What a filter of releases means in HQL, where r is a release, m its model, b the brand, x its collaboration, c its colorway. */
final class ReleaseConditions {

    private ReleaseConditions() {}

    /** What a release is: true on every day. */
    static Where of(ReleaseFilter filter) {
        var where = new Where()
                .and("r.deletedAt is null")
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
                .and("r.price.amount >= :?", filter.priceMin())
                .and("r.price.amount <= :?", filter.priceMax())
                .and("r.price.currency = :?", filter.currency())
                .and("r.updatedAt >= :?", filter.updatedSince());
        if (!filter.kind().isEmpty()) {
            where.and(
                    filter.kind().stream().map(ReleaseConditions::isOf).collect(Collectors.joining(" or ", "(", ")")));
        }
        return where;
    }

    private static String isOf(ColorwayKind kind) {
        return switch (kind) {
            case GENERAL -> "c.kind = GENERAL";
            case COLLABORATION -> "x.id is not null";
        };
    }

    /** Where it stands today: what changes with rumors, editors and days. {@link Outlook#fits} says the same of the past. */
    static void addStanding(Where where, ReleaseFilter filter, LocalDate today, LocalDate utc) {
        where.and("r.status in :?", filter.status())
                .and("x.stage in :?", filter.stage())
                .and(
                        group(today) + " in :?",
                        filter.group().stream().map(Group::rankOf).toList())
                .and("r.strongestKind in :?", filter.strongestRumor())
                .and("""
                        exists (select 1 from Rumor u
                                where u.release = r and u.retractedAt is null and u.source.slug in :?)""", Slug.texts(filter.source()))
                .and(
                        chance(
                                        "cast(sql('lower(?)', r.dateDays) as LocalDate)",
                                        "cast(sql('upper(?) - 1', r.dateDays) as LocalDate)",
                                        utc)
                                + " >= :?",
                        filter.minConfidence());
        if (filter.minConfidence() != null) {
            where.and("r.date is not null");
        }
        addRange(where, filter, utc);
    }

    private static void addRange(Where where, ReleaseFilter filter, LocalDate utc) {
        var from = filter.from();
        var to = filter.to();
        if (from == null && to == null) {
            return;
        }
        var range = "[" + (from == null ? "" : from) + "," + (to == null ? "" : to) + "]";
        switch (filter.matching()) {
            case POSSIBLE ->
                where.and("cast(sql('? && cast(? as daterange)', r.dateDays, :?) as Boolean) = true", range);
            case CERTAIN ->
                where.and("cast(sql('? <@ cast(? as daterange)', r.dateDays, :?) as Boolean) = true", range);
            case LIKELY -> where.and(chance(day(from), day(to), utc) + " >= :?", Match.LIKELY_CHANCE);
        }
    }

    /** The rank of a release's group; one that is no longer awaited has none. */
    static String group(LocalDate today) {
        return """
                case when r.status in (RELEASED, CANCELLED) then null
                     when r.date is null then 2
                     when r.sortDay < %s then 1
                     else 0 end""".formatted("date " + today);
    }

    /** The chance that it comes between two days given in HQL; null is no bound. */
    private static String chance(String from, String to, LocalDate utc) {
        return """
                case when r.status in (RELEASED, CANCELLED) then null
                     else cast(sql('forecast_chance(?, ?, ?, ?, ?, ?)', r.forecast.comes, r.forecast.first,
                                   r.forecast.sums, %s, %s, date %s) as Double) end""".formatted(from, to, utc);
    }

    private static String day(@org.jspecify.annotations.Nullable LocalDate day) {
        return day == null ? "cast(null as LocalDate)" : "date " + day;
    }
}
