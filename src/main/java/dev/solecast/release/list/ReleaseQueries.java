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

/** Finds what a filter of releases finds, for those who read on without pages: streams, feeds and the past. */
@ApplicationScoped
public class ReleaseQueries {

    private final Releases releases;
    private final EntityManager database;

    ReleaseQueries(Releases releases, EntityManager database) {
        this.releases = releases;
        this.database = database;
    }

    /**
     * The launches in one zone.
     *
     * @param first on the clocks there
     * @param last on the clocks there
     */
    public record LaunchZone(ZoneId zone, LocalDateTime first, LocalDateTime last) {}

    /** Those that the filter finds whatever their status, group or date: for a past day no query can ask that. */
    public List<Release> listInAnyState(ReleaseFilter filter, int most) {
        return list(new SqlStatement("select r.id from release r")
                .add(ReleaseFilterSql.of(filter))
                .add(" limit " + most));
    }

    /** The next of those that the filter finds today, in the order in which they were added. */
    public List<Release> listAddedAfter(long id, ReleaseFilter filter, LocalDate today, LocalDate utc, int most) {
        return list(found(filter, today, utc).add(" and r.id > ? order by r.id limit " + most, id));
    }

    /** The zones of the launches that the filter finds, whatever their state. */
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

    /** The places of the last changes of these kinds, before a place, to what the filter finds today; newest first. */
    public List<Long> listLastChanges(
            ReleaseFilter filter, LocalDate today, LocalDate utc, Set<ChangeKind> kinds, long before, int limit) {
        var words = kinds.stream().map(ChangeKind::word).toArray(String[]::new);
        return new SqlStatement(
                        "select place from change where type = 'release' and kind = any(?) and place < ? and entry_id in (",
                        words,
                        before)
                .add(found(filter, today, utc))
                .add(") order by place desc limit " + limit)
                .dependsOnValues()
                .read(database, row -> row.getLong(1));
    }

    private static SqlStatement found(ReleaseFilter filter, LocalDate today, LocalDate utc) {
        return new SqlStatement("select r.id from release r").add(ReleaseFilterSql.of(filter, false, today, utc));
    }

    private List<Release> list(SqlStatement ids) {
        return releases.list(ids.read(database, row -> row.getLong(1)));
    }
}
