package dev.solecast.release.list;

import dev.solecast.catalog.collaboration.RumorKind;
import dev.solecast.date.Window;
import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.UpcomingGroup;
import dev.solecast.release.list.DatedRelease.Claim;
import dev.solecast.release.sale.LaunchTime;
import dev.solecast.sql.ResultRow;
import dev.solecast.sql.SqlStatement;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reads releases for calendars: only what an event needs, in two statements and without entities. */
@Singleton
public class DatedReleases {

    private static final String COLUMNS = """
            select r.id, r.uid, r.moves, r.slug, r.status, r.status_reason, r.region, r.date_edtf, r.launch_at,
                r.launch_zone, r.released_on, r.updated_at, r.forecast_happens, r.forecast_confidence,
            """ + ReleaseProjection.TITLE + ReleaseProjection.DISTRIBUTION + """
                r.forecast_dated
            from release r left join colorway c on c.id = r.colorway_id
            where r.id = any(?) and r.awaited is not null order by r.id
            """;

    private static final String CLAIMS = """
            with n as materialized (
                select newest.*
                from unnest(?) as wanted (id) cross join lateral (
                    select u.release_id, u.source_id, u.kind, u.said_on, u.window_edtf, u.cancels, u.said_by, u.id
                    from rumor u where u.release_id = wanted.id and u.retracted_at is null
                    order by u.said_by desc, u.id desc limit %d) newest)
            select n.release_id, s.name as source, n.kind, n.said_on, n.window_edtf, n.cancels
            from n join source s on s.id = n.source_id
            order by n.release_id, n.said_by desc, n.id desc
            """.formatted(DatedRelease.MOST_CLAIMS);

    private final EntityManager database;
    private final ReleaseFragments fragments;

    DatedReleases(EntityManager database, ReleaseFragments fragments) {
        this.database = database;
        this.fragments = fragments;
    }

    /**
     * Lists the next ids of the releases that a filter finds today, in the order in which they were added.
     *
     * @param after the last id of the list before; 0 to begin
     * @param since leaves out what was released earlier, or cancelled with an earlier date; null for no limit
     * @param mostDays leaves out what has neither an hour nor a day of release, and a window of more days
     */
    public long[] listIds(
            long after,
            int limit,
            ReleaseFilter filter,
            @Nullable LocalDate since,
            int mostDays,
            LocalDate today,
            LocalDate utc) {
        var ids = new SqlStatement("select r.id from release r")
                .add(ReleaseFilterSql.of(filter, false, today, utc))
                .add(
                        " and r.id > ? and (r.sort_span <= ? or r.launch_at is not null or r.released_on is not null)",
                        after,
                        mostDays);
        if (since != null) {
            ids.add(" and (r.awaited or not r.awaited and coalesce(r.released_on, r.sort_day) >= ?)", since);
        }
        return ids.add(" order by r.id limit " + limit).planEachTime().read(database, row -> row.getLong(1)).stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /** Reads the releases with these ids that still are there, by id. */
    public List<DatedRelease> list(long[] ids, LocalDate today, LocalDate utc) {
        return database.unwrap(Session.class).doReturningWork(connection -> {
            var windows = new HashMap<String, Window>();
            var claims = claims(ids, connection, windows);
            return new SqlStatement(COLUMNS, utc, utc, utc, ids).query(connection, rows -> {
                var loaded = fragments.load(rows, connection);
                var row = new ResultRow(rows);
                var found = new ArrayList<DatedRelease>(ids.length);
                rows.beforeFirst();
                while (rows.next()) {
                    found.add(of(row, loaded, claims, windows, today, utc));
                }
                return found;
            });
        });
    }

    private DatedRelease of(
            ResultRow row,
            ReleaseFragments.LoadedFragments loaded,
            Map<Long, List<Claim>> claims,
            Map<String, Window> windows,
            LocalDate today,
            LocalDate utc)
            throws SQLException {
        long id = row.longNumber("id");
        var status = Objects.requireNonNull(row.enumConstant("status", ReleaseStatus.values()));
        var date = window(row.text("date_edtf"), windows);
        var zone = row.text("launch_zone");
        var chances = status.awaited() ? Chances.of(row, date, utc) : Chances.NONE;
        return new DatedRelease(
                id,
                row.row().getObject("uid", UUID.class),
                row.number("moves"),
                row.requiredText("slug"),
                ReleaseProjection.title(row, loaded),
                status,
                row.text("status_reason"),
                row.requiredText("region"),
                date,
                UpcomingGroup.of(status, date, today) == UpcomingGroup.OVERDUE,
                zone == null ? null : LaunchTime.of(row.local("launch_at"), ZoneId.of(zone)),
                row.day("released_on"),
                chances.happens(),
                chances.confidence(),
                row.instant("updated_at"),
                claims.getOrDefault(id, List.of()));
    }

    private Map<Long, List<Claim>> claims(long[] ids, Connection connection, Map<String, Window> windows)
            throws SQLException {
        var claims = new HashMap<Long, List<Claim>>();
        new SqlStatement(CLAIMS, (Object) ids).query(connection, rows -> {
            var row = new ResultRow(rows);
            while (rows.next()) {
                claims.computeIfAbsent(row.longNumber("release_id"), release -> new ArrayList<>())
                        .add(new Claim(
                                row.requiredText("source"),
                                Objects.requireNonNull(row.enumConstant("kind", RumorKind.values())),
                                Objects.requireNonNull(window(row.text("said_on"), windows)),
                                window(row.text("window_edtf"), windows),
                                row.flag("cancels")));
            }
            return claims;
        });
        return claims;
    }

    /** The window, parsed once for all rows that have it. */
    private static @Nullable Window window(@Nullable String edtf, Map<String, Window> windows) {
        return edtf == null ? null : windows.computeIfAbsent(edtf, Window::parse);
    }

    /** The figures of a forecast that calendars show, computed where those of today have not been stored yet. */
    private record Chances(
            @Nullable Double happens, @Nullable Double confidence) {

        static final Chances NONE = new Chances(null, null);

        static Chances of(ResultRow row, @Nullable Window date, LocalDate utc) throws SQLException {
            if (utc.equals(row.day("forecast_day"))) {
                return new Chances(row.chance("forecast_happens"), row.chance("forecast_confidence"));
            }
            var figures = ReleaseProjection.computedForecast(row, date, utc);
            return figures == null ? NONE : new Chances(figures.happens(), figures.confidence());
        }
    }
}
