package dev.solecast.release.list;

import dev.solecast.http.page.PageRequest;
import dev.solecast.release.UpcomingGroup;
import dev.solecast.sql.SqlStatement;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SQL that finds which releases are on a page, and stops where the page is full. It is the same for pages of any
 * length, so that it is planned once for all.
 *
 * @param page finds {@code id}, {@code rank} (of the group) and {@code likeliest} (where that is the order)
 * @param order the order of the page, r being the release
 */
record ReleasePageQuery(SqlStatement page, String order) {

    /** What the longest page needs; told to the planner, which cannot know how long the page will be. */
    private static final int MOST = 101;

    /** Those that a filter finds, whatever their status. */
    static ReleasePageQuery list(ReleaseFilter filter, PageRequest<ListedRelease> request) {
        var where = ReleaseFilterSql.of(filter, false, request.today(), request.utc());
        var sort = request.sort();
        if (sort.keys().getFirst().hql().equals(ReleaseSorting.LIKELIEST_COLUMN)) {
            return byLikeliest(where, request);
        }
        var columns = sort.keys().stream().map(key -> key.hql()).toList();
        var rows = new SqlStatement("select r.id, 0 as rank, null::date as likeliest from release r")
                .add(where)
                .add(after(columns, sort.descending(), request.start()))
                .add(" order by " + sort.orderBy());
        return new ReleasePageQuery(first(rows, request), sort.orderBy());
    }

    /** The groups one after the other, each only if those before it do not fill the page. */
    static ReleasePageQuery upcoming(ReleaseFilter filter, PageRequest<ListedRelease> request) {
        var where = ReleaseFilterSql.of(filter, true, request.today(), request.utc());
        var start = request.start();
        var begun = start == null ? 0 : (Long) start.getFirst();
        var columns = List.of("r.sort_day", "r.sort_span", "r.id");
        var page = new SqlStatement("with");
        var all = new StringBuilder();
        var before = new SqlStatement("");
        for (var group : UpcomingGroup.values()) {
            var rank = UpcomingGroup.rankOf(group);
            if (rank < begun) {
                continue;
            }
            var rows = new SqlStatement("select " + rank + " as rank, r.sort_day, r.sort_span, r.id from release r")
                    .add(where)
                    .add(" and ")
                    .add(ReleaseFilterSql.isIn(group, request.today()))
                    .add(
                            rank > begun || start == null
                                    ? new SqlStatement("")
                                    : after(columns, false, start.subList(1, 4)))
                    .add(before)
                    .add(" order by r.sort_day, r.sort_span, r.id");
            page.add((all.isEmpty() ? " " : ", ") + group.word() + " as materialized (")
                    .add(first(rows, request))
                    .add(")");
            all.append(all.isEmpty() ? "" : " union all ")
                    .append("select * from ")
                    .append(group.word());
            before = new SqlStatement(" and (select count(*) from (" + all + ") found) <= ?", request.limit());
        }
        page.add(
                " select id, rank, null::date as likeliest from (" + all
                        + ") r order by rank, sort_day, sort_span, id limit ?",
                request.limit() + 1);
        return new ReleasePageQuery(page, "page.rank, r.sort_day, r.sort_span, r.id");
    }

    /** Those whose stored day still stands, and the few for which the database has to look for the next one. */
    private static ReleasePageQuery byLikeliest(SqlStatement where, PageRequest<ListedRelease> request) {
        var passed = """
                (r.awaited and r.forecast_comes is not null
                    and coalesce(r.likeliest_until, r.forecast_day, '-infinity') < ?)""";
        var down = request.sort().descending();
        var columns = List.of("r.likeliest", "r.id");
        var way = down ? " desc" : "";
        var order = " order by r.likeliest" + way + ", r.id" + way;
        var standing = new SqlStatement("select r.id, r.likeliest_key as likeliest from release r")
                .add(where)
                .add(" and not " + passed, request.utc())
                .add(after(List.of("r.likeliest_key", "r.id"), down, request.start()))
                .add(order.replace("r.likeliest", "r.likeliest_key"));
        var renewed = new SqlStatement(
                        "select r.id, r.likeliest from (select r.id, coalesce(forecast_likeliest("
                                + "r.forecast_comes, r.forecast_first, r.forecast_sums, ?), '9999-12-31') as likeliest"
                                + " from release r",
                        request.utc())
                .add(where)
                .add(" and " + passed, request.utc())
                .add(") r where true")
                .add(after(columns, down, request.start()))
                .add(order);
        var page = new SqlStatement("select id, 0 as rank, likeliest from (")
                .add(first(standing, request))
                .add(" union all ")
                .add(first(renewed, request))
                .add(") r" + order + " limit ?", request.limit() + 1);
        return new ReleasePageQuery(page, "page.likeliest" + way + ", r.id" + way);
    }

    private static SqlStatement after(List<String> columns, boolean descending, @Nullable List<Object> marks) {
        if (marks == null) {
            return new SqlStatement("");
        }
        return new SqlStatement(
                " and (" + String.join(", ", columns) + ")" + (descending ? " < (" : " > (")
                        + String.join(", ", Collections.nCopies(marks.size(), "?")) + ")",
                marks.toArray());
    }

    /** One more than are shown, which tells whether there is a next page. */
    private static SqlStatement first(SqlStatement rows, PageRequest<?> request) {
        int enough = request.limit() + 1;
        return new SqlStatement("(select * from (")
                .add(rows)
                .add(" limit " + Math.max(MOST, enough) + ") found limit ?)", enough);
    }

    /** How many a filter finds on all pages. */
    static SqlStatement total(ReleaseFilter filter, boolean upcoming, LocalDate today, LocalDate utc) {
        return new SqlStatement("select count(*) from release r")
                .add(ReleaseFilterSql.of(filter, upcoming, today, utc));
    }
}
