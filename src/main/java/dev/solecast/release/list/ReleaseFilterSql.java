package dev.solecast.release.list;

import dev.solecast.http.Slug;
import dev.solecast.http.WireName;
import dev.solecast.release.RangeMatch;
import dev.solecast.release.ReleaseSnapshot;
import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.UpcomingGroup;
import dev.solecast.sql.SqlStatement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a filter of releases means in SQL, where r is a release. All columns but those of forecasts stand in the indexes
 * release_listed and release_upcoming, so that a walk through one of them answers alone.
 */
final class ReleaseFilterSql {

    /** The widest of all windows, none. */
    private static final String UNDATED = "r.sort_span = 2147483647";

    private ReleaseFilterSql() {}

    /** What a release is: true on every day. (Whether a deleted one is awaited is null.) */
    static SqlStatement of(ReleaseFilter filter) {
        return of(filter, "r.awaited is not null");
    }

    /** The same, and where it stands today. */
    static SqlStatement of(ReleaseFilter filter, boolean upcoming, LocalDate today, LocalDate utc) {
        var where = of(filter, upcoming || isOfAwaited(filter) ? "r.awaited" : "r.awaited is not null");
        addStanding(where, filter, today, utc);
        if (isOfAwaited(filter) || upcoming) {
            var none = !filter.status().isEmpty() && filter.status().stream().noneMatch(ReleaseStatus::awaited);
            return none ? where.add(" and false") : where;
        }
        return where;
    }

    /** Whether it can find nothing that has come or was cancelled. */
    private static boolean isOfAwaited(ReleaseFilter filter) {
        return filter.minConfidence() != null
                || !filter.group().isEmpty()
                || filter.match() == RangeMatch.LIKELY
                || (!filter.status().isEmpty() && filter.status().stream().allMatch(ReleaseStatus::awaited));
    }

    private static SqlStatement of(ReleaseFilter filter, String base) {
        var where = new SqlStatement(" where " + base);
        andIs(where, "brand_id", "brand", Slug.texts(filter.brand()));
        andIs(where, "model_id", "model", Slug.texts(filter.model()));
        andIs(where, "collaboration_id", "collaboration", Slug.texts(filter.collaboration()));
        andIs(where, "colorway_id", "colorway", Slug.texts(filter.colorway()));
        where.and("""
                        r.collaboration_id in (
                            select k.collaboration_id
                            from collaboration_collaborator k join collaborator p on p.id = k.collaborator_id
                            where p.slug = any(?))""", Slug.texts(filter.collaborator()))
                .and("r.colorway_id in (select id from colorway where style_code = any(?))", filter.styleCode())
                .and("r.colors && cast(? as text[])", filter.color())
                .and("r.line = any(?)", filter.line())
                .and("r.kind = any(?)", words(filter.kind()))
                .and("r.audience = any(?)", words(filter.audience()))
                .and(
                        "r.region = any(?)",
                        filter.region().stream()
                                .flatMap(region -> region.covering().stream())
                                .distinct()
                                .toList())
                .and("r.channel = any(?)", words(filter.channel()))
                .and(
                        "r.price_currency = ?",
                        filter.currency() == null ? null : filter.currency().getCurrencyCode())
                .and("r.price_amount >= ?", filter.priceMin())
                .and("r.price_amount <= ?", filter.priceMax())
                .and("r.updated_at >= ?", filter.updatedSince());
        return where;
    }

    /** One slug has one way to its releases, whichever it is. */
    private static void andIs(SqlStatement where, String column, String table, List<String> slugs) {
        if (slugs.size() == 1) {
            where.add(" and r.%s = (select id from %s where slug = ?)".formatted(column, table), slugs.getFirst());
        } else {
            where.and("r.%s in (select id from %s where slug = any(?))".formatted(column, table), slugs);
        }
    }

    /** Where it stands today: what changes with rumors, editors and days. {@link ReleaseFilterInMemory} says the same of the past. */
    private static void addStanding(SqlStatement where, ReleaseFilter filter, LocalDate today, LocalDate utc) {
        where.and("r.status = any(?)", words(filter.status()));
        if (!filter.stage().isEmpty()) {
            // No number that an index is asked for: what is in order already is looked through, and ends sooner.
            where.and("""
                    r.collaboration_id is not null
                    and r.collaboration_id + 0 = any(array(select id from collaboration where stage = any(?)))""", words(filter.stage()));
        }
        if (!filter.group().isEmpty()) {
            where.add(" and (false");
            filter.group().forEach(group -> where.add(" or ").add(isIn(group, today)));
            where.add(")");
        }
        where.and("r.strongest_kind = any(?)", words(filter.strongestRumor()))
                .and("r.sources && array(select id from source where slug = any(?))", Slug.texts(filter.source()));
        addConfidence(where, filter.minConfidence(), utc);
        addRange(where, filter, utc);
    }

    /** Whether an awaited release is in this group. */
    static SqlStatement isIn(UpcomingGroup group, LocalDate today) {
        return switch (group) {
            case DATED -> new SqlStatement("(r.sort_day >= ? and r.sort_span < 2147483647)", today);
            case OVERDUE -> new SqlStatement("r.sort_day < ?", today);
            case UNDATED -> new SqlStatement("(r.sort_day = '9999-12-31' and " + UNDATED + ")");
        };
    }

    private static void addConfidence(SqlStatement where, @Nullable Double least, LocalDate utc) {
        if (least != null) {
            where.add(" and not " + UNDATED + " and ").add("""
                    case when r.forecast_day = ? then r.forecast_confidence else (
                        select forecast_chance(f.forecast_comes, f.forecast_first, f.forecast_sums,
                            lower(f.date_days), upper(f.date_days) - 1, ?)
                        from release f where f.id = r.id) end >= ?""", utc, utc, least).dependsOnValues();
        }
    }

    private static void addRange(SqlStatement where, ReleaseFilter filter, LocalDate utc) {
        var from = filter.from();
        var to = filter.to();
        if (from == null && to == null) {
            return;
        }
        var range = "[" + (from == null ? "" : from) + "," + (to == null ? "" : to) + "]";
        switch (filter.matching()) {
            // The last day is in the order of the index; most of what begins in the range ends in it.
            case POSSIBLE -> {
                where.and("r.sort_day >= ?", from).add(" and not " + UNDATED);
                if (to != null) {
                    where.add(" and (r.sort_day <= ? or r.date_days && cast(? as daterange))", to, range)
                            .dependsOnValues();
                }
            }
            case CERTAIN ->
                where.and("r.sort_day >= ?", from)
                        .and("r.sort_day <= ?", to)
                        .and("r.date_days <@ cast(? as daterange)", range);
            case LIKELY -> addLikely(where, range, utc, from, to);
        }
    }

    /**
     * The day's median and quantiles leave little doubt of how much of all chances the range holds at most, and at least.
     * Only between these the chances themselves have to be read.
     */
    private static void addLikely(
            SqlStatement where, String range, LocalDate utc, @Nullable LocalDate from, @Nullable LocalDate to) {
        var first = from == null ? LocalDate.of(1, 1, 1) : from;
        var last = to == null ? ReleaseSnapshot.NEVER : to;
        where.add(" and ")
                .add(
                        """
                (r.forecast_day is distinct from ? or r.forecast_median <@ cast(? as daterange)
                    and r.forecast_happens * (1
                        - case when r.forecast_from50 < ? then 0.25 when r.forecast_from80 < ? then 0.1 else 0 end
                        - case when r.forecast_to50 > ? then 0.25 when r.forecast_to80 > ? then 0.1 else 0 end) >= ?)
                and (r.forecast_day = ? and r.forecast_happens * (1
                        - case when r.forecast_from80 >= ? then 0.1 when r.forecast_from50 >= ? then 0.25 else 0.5 end
                        - case when r.forecast_to80 <= ? then 0.1 when r.forecast_to50 <= ? then 0.25 else 0.5 end) > ?
                    or (select forecast_chance(f.forecast_comes, f.forecast_first, f.forecast_sums,
                            cast(nullif(?, '') as date), cast(nullif(?, '') as date), ?)
                        from release f where f.id = r.id) >= ?)""",
                        utc,
                        range,
                        first,
                        first,
                        last,
                        last,
                        RangeMatch.LIKELY_CHANCE,
                        utc,
                        first,
                        first,
                        last,
                        last,
                        RangeMatch.LIKELY_CHANCE,
                        text(from),
                        text(to),
                        utc,
                        RangeMatch.LIKELY_CHANCE)
                .dependsOnValues();
    }

    /** A null would have no type. */
    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static List<String> words(Collection<? extends WireName> values) {
        return values.stream().map(WireName::word).collect(Collectors.toList());
    }
}
