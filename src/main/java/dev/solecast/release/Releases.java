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

    /** Those with these ids, in the order of their ids, with what a view shows of their model, collaboration and colorway. */
    public List<Release> list(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery("select r " + FROM + " where r.id in :ids order by r.id", Release.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** The one with this slug as it is now, which nobody else changes until this transaction ends. */
    public Release locked(Slug slug) {
        return locked(known(slug));
    }

    /** The same one as it is now; a problem 410 if it has been deleted in the meantime. */
    public Release locked(Release release) {
        lock(release);
        refuseDeleted(release);
        return release;
    }

    /** Brings it up to date, deleted or not, and lets nobody else change it until this transaction ends. */
    public void lock(Release release) {
        flush();
        getEntityManager().refresh(release, LockModeType.PESSIMISTIC_WRITE);
    }

    public List<Release> of(List<Collaboration> collaborations) {
        return list("collaboration in ?1 and deletedAt is null", collaborations);
    }

    /** Where those of each collaboration stand, by its number. */
    public Map<Long, List<ReleaseStatus>> statuses(Collection<Collaboration> collaborations) {
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
