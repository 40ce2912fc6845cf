package dev.solecast.release.list;

import dev.solecast.catalog.colorway.Color;
import dev.solecast.catalog.colorway.StyleCodes;
import dev.solecast.http.Slug;
import dev.solecast.http.WireName;
import dev.solecast.release.AsOf;
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
 * Translates a filter of releases into SQL; r is the alias of the release. All columns but those of forecasts are in
 * the indexes release_listed and release_upcoming, so that a scan of one index answers the query.
 */
final class ReleaseFilterSql {

    /** The span of releases without a date sorts after all others. */
    private static final String UNDATED = "r.sort_span = 2147483647";

    private ReleaseFilterSql() {}

    /** The conditions on fields that do not depend on the date. ({@code awaited} is null for deleted rows.) */
    static SqlStatement of(ReleaseFilter filter) {
        return of(filter, "r.awaited is not null");
    }

    /** The same, and the conditions on the state today. */
    static SqlStatement of(ReleaseFilter filter, boolean upcoming, LocalDate today, LocalDate utc) {
        var where = withState(filter, upcoming, today);
        if (!filter.stage().isEmpty()) {
            // "+ 0" keeps the planner from an index on collaborations: scanning rows in order ends sooner.
            where.and("""
                    r.collaboration_id is not null
                    and r.collaboration_id + 0 = any(array(select id from collaboration where stage = any(?)))""", wireNames(filter.stage()));
        }
        where.and("r.sources && array(select id from source where slug = any(?))", Slug.texts(filter.source()));
        addConfidence(where, filter.minConfidence(), utc);
        if (filter.match() == RangeMatch.LIKELY) {
            addLikely(where, utc, filter.from(), filter.to());
        }
        return where;
    }

    /**
     * The same for {@link PastReleases}. Of the conditions on a forecast, which nobody has stored, there is only what
     * the date and the status say of it; {@link ReleaseFilter#fitsForecast} has the rest.
     *
     * @param sources the ids of the sources that the filter names
     */
    static SqlStatement asOf(ReleaseFilter filter, boolean upcoming, AsOf asOf, List<Long> sources) {
        var where = withState(filter, upcoming, asOf.day()).planEachTime();
        if (!filter.stage().isEmpty()) {
            where.add(" and r.collaboration_id in (select collaboration_id from ")
                    .add(PastReleases.stages(asOf))
                    .add(" past where stage = any(?))", (Object)
                            wireNames(filter.stage()).toArray(String[]::new));
        }
        if (!filter.source().isEmpty()) {
            where.add(" and r.id in (")
                    .add(PastReleases.spokenOfBy(sources, asOf))
                    .add(")");
        }
        if (filter.minConfidence() != null) {
            where.add(" and not " + UNDATED);
        }
        return where;
    }

    /** The conditions on fields, and those on the state that releases have today and had on past days alike. */
    private static SqlStatement withState(ReleaseFilter filter, boolean upcoming, LocalDate today) {
        var onlyAwaited = upcoming || findsOnlyAwaited(filter);
        var where = of(filter, onlyAwaited ? "r.awaited" : "r.awaited is not null");
        where.and("r.status = any(?)", wireNames(filter.status()));
        if (!filter.group().isEmpty()) {
            where.add(" and (false");
            filter.group().forEach(group -> where.add(" or ").add(isIn(group, today)));
            where.add(")");
        }
        where.and("r.strongest_kind = any(?)", wireNames(filter.strongestRumor()));
        addRange(where, filter);
        var findsNothing = onlyAwaited
                && !filter.status().isEmpty()
                && filter.status().stream().noneMatch(ReleaseStatus::awaited);
        return findsNothing ? where.add(" and false") : where;
    }

    /** Whether the filter can only find awaited releases. */
    private static boolean findsOnlyAwaited(ReleaseFilter filter) {
        return filter.minConfidence() != null
                || !filter.group().isEmpty()
                || filter.match() == RangeMatch.LIKELY
                || (!filter.status().isEmpty() && filter.status().stream().allMatch(ReleaseStatus::awaited));
    }

    private static SqlStatement of(ReleaseFilter filter, String base) {
        var where = new SqlStatement(" where " + base);
        addReference(where, "brand_id", "brand", Slug.texts(filter.brand()));
        addReference(where, "model_id", "model", Slug.texts(filter.model()));
        addReference(where, "collaboration_id", "collaboration", Slug.texts(filter.collaboration()));
        addReference(where, "colorway_id", "colorway", Slug.texts(filter.colorway()));
        where.and("r.slug = any(?)", Slug.texts(filter.release()))
                .and("""
                        r.collaboration_id in (
                            select k.collaboration_id
                            from collaboration_collaborator k join collaborator p on p.id = k.collaborator_id
                            where p.slug = any(?))""", Slug.texts(filter.collaborator()))
                .and("r.colorway_id = " + StyleCodes.OF_COLORWAYS, StyleCodes.of(filter.styleCode()))
                .and("r.colors && cast(? as text[])", Color.spellings(filter.color()))
                .and("r.line = any(?)", filter.line())
                .and("r.kind = any(?)", wireNames(filter.kind()))
                .and("r.audience = any(?)", wireNames(filter.audience()))
                .and(
                        "r.region = any(?)",
                        filter.region().stream()
                                .flatMap(region -> region.covering().stream())
                                .distinct()
                                .toList())
                .and("r.channel = any(?)", wireNames(filter.channel()))
                .and(
                        "r.price_currency = ?",
                        filter.currency() == null ? null : filter.currency().getCurrencyCode())
                .and("r.price_amount >= ?", filter.priceMin())
                .and("r.price_amount <= ?", filter.priceMax())
                .and("r.updated_at >= ?", filter.updatedSince());
        return where;
    }

    /** Adds a condition on a reference; for one slug the same plan is best whatever its value. */
    private static void addReference(SqlStatement where, String column, String table, List<String> slugs) {
        if (slugs.size() == 1) {
            where.add(" and r.%s = (select id from %s where slug = ?)".formatted(column, table), slugs.getFirst());
        } else {
            where.and("r.%s in (select id from %s where slug = any(?))".formatted(column, table), slugs);
        }
    }

    /** The condition that an awaited release is in this group. */
    static SqlStatement isIn(UpcomingGroup group, LocalDate today) {
        return switch (group) {
            case DATED -> new SqlStatement("(r.sort_day >= ? and r.sort_span < 2147483647)", today);
            case OVERDUE -> new SqlStatement("r.sort_day < ?", today);
            // The last day and the longest span there are. The database would take two equations for independent, and
            // so expect few rows.
            case UNDATED -> new SqlStatement("(r.sort_day, r.sort_span) >= ('9999-12-31', 2147483647)");
        };
    }

    private static void addConfidence(SqlStatement where, @Nullable Double minimum, LocalDate utc) {
        if (minimum != null) {
            where.add(" and not " + UNDATED + " and ")
                    .add("""
                    case when r.forecast_day = ? then r.forecast_confidence else (
                        select forecast_chance(f.forecast_comes, f.forecast_first, f.forecast_sums,
                            lower(f.date_days), upper(f.date_days) - 1, ?)
                        from release f where f.id = r.id) end >= ?""", utc, utc, minimum)
                    .planEachTime();
        }
    }

    private static void addRange(SqlStatement where, ReleaseFilter filter) {
        var from = filter.from();
        var to = filter.to();
        if (from == null && to == null) {
            return;
        }
        var range = range(from, to);
        switch (filter.matchOrDefault()) {
            // The index is ordered by the last day; most windows that begin in the range end in it.
            case POSSIBLE -> {
                where.and("r.sort_day >= ?", from).add(" and not " + UNDATED);
                if (to != null) {
                    where.add(" and (r.sort_day <= ? or r.date_days && cast(? as daterange))", to, range)
                            .planEachTime();
                }
            }
            case CERTAIN ->
                where.and("r.sort_day >= ?", from)
                        .and("r.sort_day <= ?", to)
                        .and("r.date_days <@ cast(? as daterange)", range);
            case LIKELY -> {}
        }
    }

    private static String range(@Nullable LocalDate from, @Nullable LocalDate to) {
        return "[" + (from == null ? "" : from) + "," + (to == null ? "" : to) + "]";
    }

    /**
     * Adds the condition that the forecast gives the range enough chance. The stored median and quantiles give an upper
     * and a lower bound of it; only where the bounds do not decide, the distribution itself has to be read.
     */
    private static void addLikely(SqlStatement where, LocalDate utc, @Nullable LocalDate from, @Nullable LocalDate to) {
        var range = range(from, to);
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
                .planEachTime();
    }

    /** The day as a text, empty for null, which would have no type in SQL. */
    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static List<String> wireNames(Collection<? extends WireName> values) {
        return values.stream().map(WireName::wireName).collect(Collectors.toList());
    }
}
