package dev.solecast.release.list;

import dev.solecast.catalog.collaboration.Stage;
import dev.solecast.change.ChangeKind;
import dev.solecast.http.Slug;
import dev.solecast.http.page.PageRequest;
import dev.solecast.release.AsOf;
import dev.solecast.sql.SqlStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the releases of a filter for uses without pages: streams, feeds and past days. */
@ApplicationScoped
public class ReleaseQueries {

    private final EntityManager database;

    ReleaseQueries(EntityManager database) {
        this.database = database;
    }

    /**
     * A time zone in which releases launch.
     *
     * @param first the first launch, in local time
     * @param last the last launch, in local time
     */
    public record LaunchZone(ZoneId zone, LocalDateTime first, LocalDateTime last) {}

    /**
     * Lists the ids of a page of the releases that a filter finds as of a past day, in no particular order, and of the
     * one after it. Conditions on forecasts are not checked.
     *
     * @param upcoming whether only those count that were still awaited
     */
    public List<Long> listIdsAsOf(ReleaseFilter filter, AsOf asOf, boolean upcoming, PageRequest<ListedRelease> page) {
        var sources = sourceIds(filter);
        var found = upcoming
                ? ReleasePageQuery.upcoming(filter, asOf, sources, page)
                : ReleasePageQuery.list(filter, asOf, sources, page);
        return found.page().read(database, row -> row.getLong(1));
    }

    /** Counts the releases that the same filter finds, to one more than the highest total. */
    public long countAsOf(ReleaseFilter filter, AsOf asOf, boolean upcoming) {
        return ReleasePageQuery.total(filter, upcoming, asOf, sourceIds(filter))
                .read(database, row -> row.getLong(1))
                .getFirst();
    }

    /** The stages of these collaborations as of a past day, by id. */
    public Map<Long, Stage> stagesAsOf(List<Long> collaborations, AsOf asOf) {
        var stages = new HashMap<Long, Stage>();
        if (!collaborations.isEmpty()) {
            new SqlStatement("select collaboration_id, stage from ")
                    .add(PastReleases.stages(asOf))
                    .add(" past where collaboration_id = any(?)", (Object) collaborations.toArray(Long[]::new))
                    .read(database, row -> stages.put(row.getLong(1), stage(row.getString(2))));
        }
        return stages;
    }

    private static Stage stage(String wireName) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.wireName().equals(wireName))
                .findFirst()
                .orElseThrow();
    }

    private List<Long> sourceIds(ReleaseFilter filter) {
        return filter.source().isEmpty()
                ? List.of()
                : new SqlStatement("select id from source where slug = any(?)", (Object)
                                Slug.texts(filter.source()).toArray(String[]::new))
                        .read(database, row -> row.getLong(1));
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
}
