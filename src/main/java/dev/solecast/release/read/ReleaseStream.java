package dev.solecast.release.read;

import dev.solecast.http.page.Pages;
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

/** Reads all releases that a filter finds, however many: in chunks, and all as of one moment. */
@ApplicationScoped
public class ReleaseStream {

    private static final int CHUNK = 200;
    private static final int NEWEST_RUMORS = 20;

    private final ReleaseQueries queries;
    private final Rumors rumors;
    private final AsOfReleases asOfReleases;
    private final Pages pages;
    private final EntityManager database;

    ReleaseStream(
            ReleaseQueries queries, Rumors rumors, AsOfReleases asOfReleases, Pages pages, EntityManager database) {
        this.queries = queries;
        this.rumors = rumors;
        this.asOfReleases = asOfReleases;
        this.pages = pages;
        this.database = database;
    }

    /**
     * One release of many.
     *
     * @param uid its identifier for other systems, which never changes
     * @param moves the number of changes of its date, launch or status; never falls
     * @param view the view with its newest rumors
     */
    public record StreamedRelease(UUID uid, int moves, ReleaseView view) {}

    /** Receives a stream. It must be quick, because a transaction stays open meanwhile. */
    public interface Reader {

        /** Receives, before all releases, the time zones of their launches. */
        void begin(List<ReleaseQueries.LaunchZone> zones);

        /** Receives one release. */
        void next(StreamedRelease release);
    }

    /**
     * Passes on each release, in the order in which they were added. Must not be called inside a transaction.
     *
     * @param today the day in the caller's zone, which decides what is overdue
     */
    @Transactional
    public void read(ReleaseFilter filter, LocalDate today, Reader reader) {
        database.createNativeQuery("set transaction isolation level repeatable read read only")
                .executeUpdate();
        reader.begin(queries.listLaunchZones(filter));
        var utc = pages.today(null);
        var asOf = AsOf.of(filter.asOf(), filter.recordedBy(), utc);
        if (asOf != null) {
            var past = asOfReleases.listAddedAfter(0, filter, asOf, CHUNK);
            while (!past.isEmpty()) {
                passOn(past, asOf, reader);
                database.clear();
                past = asOfReleases.listAddedAfter(past.getLast().id(), filter, asOf, CHUNK);
            }
            return;
        }
        var found = queries.listAddedAfter(0, filter, today, utc, CHUNK);
        while (!found.isEmpty()) {
            passOn(
                    found.stream()
                            .<ListedRelease>map(release ->
                                    new ListedRelease.OfEntity(release, ReleaseSnapshot.now(release, today, utc)))
                            .toList(),
                    null,
                    reader);
            database.clear();
            found = queries.listAddedAfter(found.getLast().id(), filter, today, utc, CHUNK);
        }
    }

    private void passOn(List<ListedRelease> found, @Nullable AsOf asOf, Reader reader) {
        if (found.isEmpty()) {
            return;
        }
        var newest =
                rumors.newestByRelease(found.stream().map(ListedRelease::id).toList(), NEWEST_RUMORS, asOf);
        var calendarColumns = calendarColumns(found);
        for (var release : found) {
            var columns = Objects.requireNonNull(calendarColumns.get(release.id()));
            var view = release.view(newest.getOrDefault(release.id(), List.of()));
            reader.next(new StreamedRelease(columns.uid(), columns.moves(), view));
        }
    }

    /** The columns of a release that only calendars need. */
    private record CalendarColumns(long id, UUID uid, int moves) {}

    @SuppressWarnings("unchecked")
    private Map<Long, CalendarColumns> calendarColumns(List<ListedRelease> found) {
        var ids = found.stream().map(ListedRelease::id).toList();
        List<CalendarColumns> calendarColumns = database.createNativeQuery(
                        "select id, uid, moves from release where id in :ids", CalendarColumns.class)
                .setParameter("ids", ids)
                .getResultList();
        return calendarColumns.stream().collect(Collectors.toMap(CalendarColumns::id, each -> each));
    }
}
