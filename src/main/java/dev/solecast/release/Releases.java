package dev.solecast.release;

import dev.solecast.catalog.collaboration.Collaboration;
import dev.solecast.change.EntryType;
import dev.solecast.entry.Batch;
import dev.solecast.entry.Entries;
import dev.solecast.http.Slug;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The repository of releases. */
@Singleton
public class Releases extends Entries<Release> {

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

    /** Finds no referrers: rumors do not stand in the way when their release is deleted. */
    private static final String NO_REFERRERS = "select '' as type, '' as slug where :id < 0";

    Releases(Batch batch) {
        super(Release.class, EntryType.RELEASE, NO_REFERRERS, batch);
    }

    /** Excludes other writers, too, because rumors change the release that they are about. */
    @Override
    protected String lockClause() {
        return "for no key update";
    }

    /** Lists the releases with these ids by id, with all that a view shows of model, collaboration and colorway. */
    public List<Release> list(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery("select r " + FROM + " where r.id in :ids order by r.id", Release.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** Locks and refreshes the release that has or had this slug; a problem 404 or 410 if there is none. */
    public Release lockExisting(Slug slug) {
        return lockExisting(getByAnySlug(slug));
    }

    /** Locks and refreshes it; a problem 410 if it has been deleted in the meantime. */
    public Release lockExisting(Release release) {
        lock(release);
        refuseDeleted(release);
        return release;
    }

    /** Refreshes it, deleted or not, and locks it against changes until this transaction ends. */
    public void lock(Release release) {
        flush();
        getEntityManager().refresh(release, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Lists the releases of these collaborations that are not deleted. */
    public List<Release> listByCollaboration(List<Collaboration> collaborations) {
        return list("collaboration in ?1 and deletedAt is null", collaborations);
    }

    /** The statuses of the releases of each collaboration, by its id. */
    public Map<Long, List<ReleaseStatus>> statusesByCollaboration(Collection<Collaboration> collaborations) {
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
