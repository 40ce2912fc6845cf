package dev.solecast.release.read;

import dev.solecast.http.page.PageRequest;
import dev.solecast.http.page.Pages;
import dev.solecast.http.page.Sort;
import dev.solecast.release.AsOf;
import dev.solecast.release.ReleaseSnapshot;
import dev.solecast.release.ReleaseView;
import dev.solecast.release.Rumors;
import dev.solecast.release.list.ListedRelease;
import dev.solecast.release.list.ReleaseFilter;
import dev.solecast.release.list.ReleaseQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads all releases that a filter finds, however many: a chunk at a time, and all as of one moment. */
@ApplicationScoped
public class ReleaseStream {

    private static final int CHUNK = 200;
    private static final int NEWEST_RUMORS = 20;

    private final ReleaseQueries queries;
    private final Rumors rumors;
    private final AsOfReleases hindsight;
    private final Pages pages;
    private final EntityManager database;

    ReleaseStream(ReleaseQueries queries, Rumors rumors, AsOfReleases hindsight, Pages pages, EntityManager database) {
        this.queries = queries;
        this.rumors = rumors;
        this.hindsight = hindsight;
        this.pages = pages;
        this.database = database;
    }

    /**
     * One release of many.
     *
     * @param uid its name for other systems, the same for ever
     * @param moves how often its date, launch or status has changed; only ever rises
     * @param view with its newest rumors
     */
    public record Streamed(UUID uid, int moves, ReleaseView view) {}

    /** What takes in a stream. It must be quick: a transaction stays open for it. */
    public interface Reader {

        /** What comes before all others: the zones of every launch that follows. */
        void begin(List<ReleaseQueries.LaunchZone> zones);

        /** One release. */
        void next(Streamed release);
    }

    /**
     * Hands over each, in the order in which they were added. Not to be called inside a transaction.
     *
     * @param today the day in the caller's zone, which decides what is overdue
     */
    @Transactional
    public void read(ReleaseFilter filter, LocalDate today, Reader to) {
        database.createNativeQuery("set transaction isolation level repeatable read read only")
                .executeUpdate();
        to.begin(queries.listLaunchZones(filter));
        var utc = pages.today(null);
        var asOf = AsOf.of(filter.asOf(), filter.recordedBy(), utc);
        var byId = Sort.ascending(Sort.Key.<ListedRelease>number("r.id", ListedRelease::id));
        if (asOf != null) {
            var all = PageRequest.chunk(byId, AsOfReleases.MOST, asOf.day(), asOf.day());
            handOver(hindsight.list(filter, asOf, outlook -> true, all).items(), asOf, to);
            return;
        }
        var found = queries.listAddedAfter(0, filter, today, utc, CHUNK);
        while (!found.isEmpty()) {
            handOver(
                    found.stream()
                            .<ListedRelease>map(release ->
                                    new ListedRelease.Looked(release, ReleaseSnapshot.now(release, today, utc)))
                            .toList(),
                    null,
                    to);
            database.clear();
            found = queries.listAddedAfter(found.getLast().id(), filter, today, utc, CHUNK);
        }
    }

    private void handOver(List<ListedRelease> found, @Nullable AsOf asOf, Reader to) {
        if (found.isEmpty()) {
            return;
        }
        var said = rumors.newest(found.stream().map(ListedRelease::id).toList(), NEWEST_RUMORS, asOf);
        var filed = filed(found);
        for (var seen : found) {
            var file = Objects.requireNonNull(filed.get(seen.id()));
            to.next(new Streamed(file.uid(), file.moves(), seen.view(said.getOrDefault(seen.id(), List.of()))));
        }
    }

    /** What the database keeps of a release for calendars alone. */
    private record Filed(long id, UUID uid, int moves) {}

    @SuppressWarnings("unchecked")
    private Map<Long, Filed> filed(List<ListedRelease> found) {
        var ids = found.stream().map(ListedRelease::id).toList();
        List<Filed> filed = database.createNativeQuery(
                        "select id, uid, moves from release where id in :ids", Filed.class)
                .setParameter("ids", ids)
                .getResultList();
        return filed.stream().collect(Collectors.toMap(Filed::id, each -> each));
    }
}
