package dev.solecast.release.list;

import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageRequest;
import dev.solecast.release.AsOf;
import dev.solecast.release.UpcomingGroup;
import dev.solecast.sql.SqlStatement;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SQL that finds the releases of a page, and stops when the page is full. Its text is the same for pages of any
 * length, so that one plan serves all.
 *
 * @param page selects {@code id}, {@code rank} (of the group) and {@code likeliest} (where that is the order)
 * @param order the order of the page; r is the alias of the release
 */
record ReleasePageQuery(SqlStatement page, String order) {

    /** The rows that the longest page needs; a constant for the planner, which does not know the length of the page. */
    private static final int LONGEST_PAGE = 101;

    /** The releases as they stand, as {@code r}. */
    private static final SqlStatement RELEASES = new SqlStatement("release r");

    /** Finds the releases of a filter, whatever their status. */
    static ReleasePageQuery list(ReleaseFilter filter, PageRequest<ListedRelease> request) {
        var where = ReleaseFilterSql.of(filter, false, request.today(), request.todayUtc());
        return ReleaseSorting.isByLikeliest(request.sort())
                ? byLikeliest(where, request)
                : list(RELEASES, where, request);
    }

    /** Finds the releases of a filter, whatever their status, as of a past day. */
    static ReleasePageQuery list(
            ReleaseFilter filter, AsOf asOf, List<Long> sources, PageRequest<ListedRelease> request) {
        return list(PastReleases.asOf(asOf), ReleaseFilterSql.asOf(filter, false, asOf, sources), request);
    }

    private static ReleasePageQuery list(
            SqlStatement releases, SqlStatement where, PageRequest<ListedRelease> request) {
        var sort = request.sort();
        var columns = sort.keys().stream().map(key -> key.hql()).toList();
        var rows = new SqlStatement("select r.id, 0 as rank, null::date as likeliest from ")
                .add(releases)
                .add(where)
                .add(after(columns, sort.descending(), request.startAfter()))
                .add(" order by " + sort.orderBy());
        return new ReleasePageQuery(first(rows, request), sort.orderBy());
    }

    /** Finds the releases of a filter that are still awaited. */
    static ReleasePageQuery upcoming(ReleaseFilter filter, PageRequest<ListedRelease> request) {
        return upcoming(RELEASES, ReleaseFilterSql.of(filter, true, request.today(), request.todayUtc()), request);
    }

    /** Finds the releases of a filter that were still awaited on a past day. */
    static ReleasePageQuery upcoming(
            ReleaseFilter filter, AsOf asOf, List<Long> sources, PageRequest<ListedRelease> request) {
        return upcoming(PastReleases.asOf(asOf), ReleaseFilterSql.asOf(filter, true, asOf, sources), request);
    }

    /** Finds the groups one after the other, each only if the groups before it do not fill the page. */
    private static ReleasePageQuery upcoming(
            SqlStatement releases, SqlStatement where, PageRequest<ListedRelease> request) {
        var start = request.startAfter();
        var firstRank = start == null ? 0 : (Long) start.getFirst();
        var columns = List.of("r.sort_day", "r.sort_span", "r.id");
        var page = new SqlStatement("with");
        var union = new StringBuilder();
        var notFull = new SqlStatement("");
        for (var group : UpcomingGroup.values()) {
            var rank = UpcomingGroup.rankOf(group);
            if (rank < firstRank) {
                continue;
            }
            var rows = new SqlStatement("select " + rank + " as rank, r.sort_day, r.sort_span, r.id from ")
                    .add(releases)
                    .add(where)
                    .add(" and ")
                    .add(ReleaseFilterSql.isIn(group, request.today()))
                    .add(
                            rank > firstRank || start == null
                                    ? new SqlStatement("")
                                    : after(columns, false, start.subList(1, 4)))
                    .add(notFull)
                    .add(" order by r.sort_day, r.sort_span, r.id");
            page.add((union.isEmpty() ? " " : ", ") + group.wireName() + " as materialized (")
                    .add(first(rows, request))
                    .add(")");
            union.append(union.isEmpty() ? "" : " union all ")
                    .append("select * from ")
                    .append(group.wireName());
            notFull = new SqlStatement(" and (select count(*) from (" + union + ") found) <= ?", request.limit());
        }
        page.add(
                " select id, rank, null::date as likeliest from (" + union
                        + ") r order by rank, sort_day, sort_span, id limit ?",
                request.limit() + 1);
        return new ReleasePageQuery(page, "page.rank, r.sort_day, r.sort_span, r.id");
    }

    /** Joins the releases whose stored likeliest day still holds and the few whose next one must be computed. */
    private static ReleasePageQuery byLikeliest(SqlStatement where, PageRequest<ListedRelease> request) {
        var expired = """
                (r.awaited and r.forecast_comes is not null
                    and coalesce(r.likeliest_until, r.forecast_day, '-infinity') < ?)""";
        var down = request.sort().descending();
        var columns = List.of("r.likeliest", "r.id");
        var direction = down ? " desc" : "";
        var order = " order by r.likeliest" + direction + ", r.id" + direction;
        var current = new SqlStatement("select r.id, r.likeliest_key as likeliest from release r")
                .add(where)
                .add(" and not " + expired, request.todayUtc())
                .add(after(List.of("r.likeliest_key", "r.id"), down, request.startAfter()))
                .add(order.replace("r.likeliest", "r.likeliest_key"));
        var recomputed = new SqlStatement(
                        "select r.id, r.likeliest from (select r.id, coalesce(forecast_likeliest("
                                + "r.forecast_comes, r.forecast_first, r.forecast_sums, ?), '9999-12-31') as likeliest"
                                + " from release r",
                        request.todayUtc())
                .add(where)
                .add(" and " + expired, request.todayUtc())
                .add(") r where true")
                .add(after(columns, down, request.startAfter()))
                .add(order);
        var page = new SqlStatement("select id, 0 as rank, likeliest from (")
                .add(first(current, request))
                .add(" union all ")
                .add(first(recomputed, request))
                .add(") r" + order + " limit ?", request.limit() + 1);
        return new ReleasePageQuery(page, "page.likeliest" + direction + ", r.id" + direction);
    }

    private static SqlStatement after(List<String> columns, boolean descending, @Nullable List<Object> values) {
        if (values == null) {
            return new SqlStatement("");
        }
        return new SqlStatement(
                " and (" + String.join(", ", columns) + ")" + (descending ? " < (" : " > (")
                        + String.join(", ", Collections.nCopies(values.size(), "?")) + ")",
                values.toArray());
    }

    /** Limits the rows to one more than are shown, which tells whether there is a next page. */
    private static SqlStatement first(SqlStatement rows, PageRequest<?> request) {
        int needed = request.limit() + 1;
        return new SqlStatement("(select * from (")
                .add(rows)
                .add(" limit " + Math.max(LONGEST_PAGE, needed) + ") found limit ?)", needed);
    }

    /** Counts the releases that a filter finds on all pages, to one more than the highest total. */
    static SqlStatement total(ReleaseFilter filter, boolean upcoming, LocalDate today, LocalDate utc) {
        return count(RELEASES, ReleaseFilterSql.of(filter, upcoming, today, utc));
    }

    /** Counts the same as of a past day. */
    static SqlStatement total(ReleaseFilter filter, boolean upcoming, AsOf asOf, List<Long> sources) {
        return count(PastReleases.asOf(asOf), ReleaseFilterSql.asOf(filter, upcoming, asOf, sources));
    }

    private static SqlStatement count(SqlStatement releases, SqlStatement where) {
        return new SqlStatement("select count(*) from (select from ")
                .add(releases)
                .add(where)
                .add(" limit " + (Page.MAX_TOTAL + 1) + ") counted");
    }
}
