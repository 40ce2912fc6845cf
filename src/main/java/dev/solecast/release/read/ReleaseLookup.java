package dev.solecast.release.read;

import dev.solecast.change.ChangeKind;
import dev.solecast.http.page.Pages;
import dev.solecast.release.Release;
import dev.solecast.release.ReleaseSnapshot;
import dev.solecast.release.ReleaseView;
import dev.solecast.release.Releases;
import dev.solecast.release.Rumor;
import dev.solecast.release.RumorView;
import dev.solecast.release.Rumors;
import dev.solecast.release.list.ReleaseFilter;
import dev.solecast.release.list.ReleaseQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds releases and rumors by the ids that the log of changes has of them. */
@ApplicationScoped
public class ReleaseLookup {

    private final Releases releases;
    private final ReleaseQueries queries;
    private final Rumors rumors;
    private final Pages pages;
    private final EntityManager database;

    ReleaseLookup(Releases releases, ReleaseQueries queries, Rumors rumors, Pages pages, EntityManager database) {
        this.releases = releases;
        this.queries = queries;
        this.rumors = rumors;
        this.pages = pages;
        this.database = database;
    }

    /**
     * A release for other systems.
     *
     * @param uid its identifier there, which never changes
     */
    public record IdentifiedRelease(UUID uid, ReleaseView view) {}

    /**
     * Lists the sequence numbers in the log of the last changes to releases that a filter finds today, newest first.
     *
     * @param today the day in the caller's zone
     * @param before the sequence number before which to look; null for the end of the log
     */
    public List<Long> listLastChanges(
            ReleaseFilter filter, LocalDate today, Set<ChangeKind> kinds, @Nullable Long before, int limit) {
        var end = before == null ? Long.MAX_VALUE : before;
        return queries.listLastChanges(filter, today, pages.today(null), kinds, end, limit);
    }

    /** The releases with these ids, by id. */
    public Map<Long, IdentifiedRelease> releasesById(Collection<Long> ids, LocalDate today) {
        var utc = pages.today(null);
        var uids = uids(ids);
        return releases.list("id in ?1", ids).stream()
                .collect(Collectors.toMap(
                        Release::id,
                        release -> new IdentifiedRelease(
                                Objects.requireNonNull(uids.get(release.id())),
                                ReleaseView.of(release, ReleaseSnapshot.now(release, today, utc), null))));
    }

    /** The rumors with these ids, by id. */
    public Map<Long, RumorView> rumorsById(Collection<Long> ids) {
        return rumors.list("id in ?1", ids).stream().collect(Collectors.toMap(Rumor::id, RumorView::of));
    }

    private record Uid(long id, UUID uid) {}

    @SuppressWarnings("unchecked")
    private Map<Long, UUID> uids(Collection<Long> ids) {
        List<Uid> uids = database.createNativeQuery("select id, uid from release where id in :ids", Uid.class)
                .setParameter("ids", ids)
                .getResultList();
        return uids.stream().collect(Collectors.toMap(Uid::id, Uid::uid));
    }
}
