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

/** Finds releases, and what was said of them, by the numbers by which the log of changes knows them. */
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
     * @param uid its name there, the same for ever
     */
    public record Known(UUID uid, ReleaseView view) {}

    /**
     * The places in the log of what last happened to those that a filter finds today, newest first.
     *
     * @param today the day in the caller's zone
     * @param before the place before which to look; null for the end of the log
     */
    public List<Long> lastChanges(
            ReleaseFilter filter, LocalDate today, Set<ChangeKind> kinds, @Nullable Long before, int limit) {
        var end = before == null ? Long.MAX_VALUE : before;
        return queries.listLastChanges(filter, today, pages.today(null), kinds, end, limit);
    }

    /** Those that have these numbers, by number. */
    public Map<Long, Known> releases(Collection<Long> numbers, LocalDate today) {
        var utc = pages.today(null);
        var uids = uids(numbers);
        return releases.list("id in ?1", numbers).stream()
                .collect(Collectors.toMap(
                        Release::id,
                        release -> new Known(
                                Objects.requireNonNull(uids.get(release.id())),
                                ReleaseView.of(release, ReleaseSnapshot.now(release, today, utc), null))));
    }

    /** Those that have these numbers, by number. */
    public Map<Long, RumorView> rumors(Collection<Long> numbers) {
        return rumors.list("id in ?1", numbers).stream().collect(Collectors.toMap(Rumor::id, RumorView::of));
    }

    private record Uid(long id, UUID uid) {}

    @SuppressWarnings("unchecked")
    private Map<Long, UUID> uids(Collection<Long> numbers) {
        List<Uid> uids = database.createNativeQuery("select id, uid from release where id in :ids", Uid.class)
                .setParameter("ids", numbers)
                .getResultList();
        return uids.stream().collect(Collectors.toMap(Uid::id, Uid::uid));
    }
}
