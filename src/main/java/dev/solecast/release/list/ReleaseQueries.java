package dev.solecast.release.list;

import dev.solecast.change.ChangeKind;
import dev.solecast.release.Release;
import dev.solecast.release.Releases;
import dev.solecast.sql.SqlStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** Reads the releases of a filter for uses without pages: streams, feeds and past days. */
@ApplicationScoped
public class ReleaseQueries {

    private final Releases releases;
    private final EntityManager database;

    ReleaseQueries(Releases releases, EntityManager database) {
        this.releases = releases;
        this.database = database;
    }

    /**
     * A time zone in which releases launch.
     *
     * @param first the first launch, in local time
     * @param last the last launch, in local time
     */
    public record LaunchZone(ZoneId zone, LocalDateTime first, LocalDateTime last) {}

    /** Lists the releases of a filter whatever their status, group or date, which no query knows as of a past day. */
    public List<Release> listInAnyState(ReleaseFilter filter, int limit) {
        return list(new SqlStatement("select r.id from release r")
                .add(ReleaseFilterSql.of(filter))
                .add(" limit " + limit));
    }

    /** Lists the next releases that the filter finds today, in the order in which they were added. */
    public List<Release> listAddedAfter(long id, ReleaseFilter filter, LocalDate today, LocalDate utc, int limit) {
        return list(filtered(filter, today, utc).add(" and r.id > ? order by r.id limit " + limit, id));
    }

    /** Lists the time zones of the launches of a filter, whatever the state of the releases. */
    public List<LaunchZone> listLaunchZones(ReleaseFilter filter) {
        return new SqlStatement("select r.launch_zone, min(r.launch_at), max(r.launch_at) from release r")
                .add(ReleaseFilterSql.of(filter))
                .add(" and r.launch_zone is not null group by r.launch_zone order by r.launch_zone")
                .read(
                        database,
                        row -> new LaunchZone(
                                ZoneId.of(row.getString(1)),
                                row.getObject(2, LocalDateTime.class),
                                row.getObject(3, LocalDateTime.class)));
    }

    /**
     * Lists the sequence numbers in the log of changes of these kinds to releases that the filter finds today, newest
     * first.
     *
     * @param before the sequence number before which to look
     */
    public List<Long> listLastChanges(
            ReleaseFilter filter, LocalDate today, LocalDate utc, Set<ChangeKind> kinds, long before, int limit) {
        var kindNames = kinds.stream().map(ChangeKind::wireName).toArray(String[]::new);
        return new SqlStatement(
                        "select place from change where type = 'release' and kind = any(?) and place < ? and entry_id in (",
                        kindNames,
                        before)
                .add(filtered(filter, today, utc))
                .add(") order by place desc limit " + limit)
                .planEachTime()
                .read(database, row -> row.getLong(1));
    }

    private static SqlStatement filtered(ReleaseFilter filter, LocalDate today, LocalDate utc) {
        return new SqlStatement("select r.id from release r").add(ReleaseFilterSql.of(filter, false, today, utc));
    }

    private List<Release> list(SqlStatement ids) {
        return releases.list(ids.read(database, row -> row.getLong(1)));
    }
}
