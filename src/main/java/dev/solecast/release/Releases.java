package dev.solecast.release;

import dev.solecast.catalog.collaboration.Collaboration;
import dev.solecast.change.ChangeKind;
import dev.solecast.change.EntryType;
import dev.solecast.entry.Batch;
import dev.solecast.entry.Entries;
import dev.solecast.http.Slug;
import dev.solecast.sql.Sql;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

@Singleton
class Releases extends Entries<Release> {

    private static final String FROM = """
            from Release r
            join fetch r.model m
            join fetch m.brand b
            left join fetch r.collaboration x
            left join fetch x.brand
            left join fetch x.model
            left join fetch r.colorway c
            left join fetch c.collaboration
            """;

    /** What is said about it goes with it. */
    private static final String NOBODY = "select '' as type, '' as slug where :id < 0";

    Releases(Batch batch) {
        super(Release.class, EntryType.RELEASE, NOBODY, batch);
    }

    /** Not only kept, for what is said about it changes it. */
    @Override
    protected String lock() {
        return "for no key update";
    }

    /** What a filter finds without asking where a release stands; for the past no query can ask that. */
    List<Release> whateverTheirStanding(ReleaseFilter filter, int most) {
        return withNumbers(new Sql("select r.id from release r")
                .add(ReleaseConditions.of(filter))
                .add(" limit " + most));
    }

    /** The next of those that a filter finds today, in the order in which they were added. */
    List<Release> addedAfter(long id, ReleaseFilter filter, LocalDate today, LocalDate utc, int most) {
        return withNumbers(found(filter, today, utc).add(" and r.id > ? order by r.id limit " + most, id));
    }

    /** The zones of what a filter finds, wherever it stands. */
    List<ReleaseStream.LaunchZone> launchZones(ReleaseFilter filter) {
        return new Sql("select r.launch_zone, min(r.launch_at), max(r.launch_at) from release r")
                .add(ReleaseConditions.of(filter))
                .add(" and r.launch_zone is not null group by r.launch_zone order by r.launch_zone")
                .read(
                        getEntityManager(),
                        row -> new ReleaseStream.LaunchZone(
                                ZoneId.of(row.getString(1)),
                                row.getObject(2, LocalDateTime.class),
                                row.getObject(3, LocalDateTime.class)));
    }

    /** The places of the last changes of these kinds, before a place, to what a filter finds today; newest first. */
    List<Long> lastChanges(
            ReleaseFilter filter, LocalDate today, LocalDate utc, Set<ChangeKind> kinds, long before, int limit) {
        var words = kinds.stream().map(ChangeKind::word).toArray(String[]::new);
        return new Sql(
                        "select place from change where type = 'release' and kind = any(?) and place < ? and entry_id in (",
                        words,
                        before)
                .add(found(filter, today, utc))
                .add(") order by place desc limit " + limit)
                .dependsOnValues()
                .read(getEntityManager(), row -> row.getLong(1));
    }

    private static Sql found(ReleaseFilter filter, LocalDate today, LocalDate utc) {
        return new Sql("select r.id from release r").add(ReleaseConditions.of(filter, false, today, utc));
    }

    private List<Release> withNumbers(Sql numbers) {
        var ids = numbers.read(getEntityManager(), row -> row.getLong(1));
        return ids.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery("select r " + FROM + " where r.id in :ids order by r.id", Release.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** The one with this slug as it is now, which nobody else changes until this transaction ends. */
    Release locked(Slug slug) {
        return locked(known(slug));
    }

    /** The same one as it is now; a problem 410 if it has been deleted in the meantime. */
    Release locked(Release release) {
        lock(release);
        refuseDeleted(release);
        return release;
    }

    /** Brings it up to date, deleted or not, and lets nobody else change it until this transaction ends. */
    void lock(Release release) {
        flush();
        getEntityManager().refresh(release, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Release> of(List<Collaboration> collaborations) {
        return list("collaboration in ?1 and deletedAt is null", collaborations);
    }

    /** Where those of each collaboration stand, by its number. */
    Map<Long, List<ReleaseStatus>> statuses(Collection<Collaboration> collaborations) {
        return getEntityManager()
                .createQuery(
                        "select collaboration.id, status from Release where collaboration in :them and deletedAt is null",
                        Object[].class)
                .setParameter("them", collaborations)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (Long) row[0], Collectors.mapping(row -> (ReleaseStatus) row[1], Collectors.toList())));
    }
}
