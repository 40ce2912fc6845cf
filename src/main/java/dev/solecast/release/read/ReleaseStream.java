package dev.solecast.release.read;

import dev.solecast.date.Window;
import dev.solecast.http.page.Pages;
import dev.solecast.release.AsOf;
import dev.solecast.release.Rumor;
import dev.solecast.release.Rumors;
import dev.solecast.release.list.DatedRelease;
import dev.solecast.release.list.DatedReleases;
import dev.solecast.release.list.ListedRelease;
import dev.solecast.release.list.ReleaseFilter;
import dev.solecast.release.list.ReleaseQueries;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads all releases that a filter finds, however many, a chunk at a time and each chunk for itself, so that no
 * transaction waits for who receives them.
 */
@ApplicationScoped
public class ReleaseStream {

    /** Ids found at a time. */
    private static final int IDS = 10_000;

    /** Releases read at a time. */
    private static final int CHUNK = 500;

    /** Releases of a past day, which are read as entities. */
    private static final int AS_OF_CHUNK = 200;

    private final ReleaseQueries queries;
    private final DatedReleases dated;
    private final Rumors rumors;
    private final AsOfReleases asOfReleases;
    private final Pages pages;
    private final EntityManager database;

    ReleaseStream(
            ReleaseQueries queries,
            DatedReleases dated,
            Rumors rumors,
            AsOfReleases asOfReleases,
            Pages pages,
            EntityManager database) {
        this.queries = queries;
        this.dated = dated;
        this.rumors = rumors;
        this.asOfReleases = asOfReleases;
        this.pages = pages;
        this.database = database;
    }

    /** Receives a stream. */
    public interface Reader {

        /** Receives, before all releases and after all problems with the filter, the time zones of their launches. */
        void begin(List<ReleaseQueries.LaunchZone> zones);

        /** Receives one release. */
        void next(DatedRelease release);
    }

    /**
     * Passes on each release, in the order in which they were added.
     *
     * @param since leaves out what was released earlier, or cancelled with an earlier date; null for no limit
     * @param mostDays leaves out what has neither an hour nor a day of release, and a window of more days; not as of a
     *     past day
     * @param today the day in the caller's zone, which decides what is overdue
     */
    public void read(ReleaseFilter filter, @Nullable LocalDate since, int mostDays, LocalDate today, Reader reader) {
        var utc = pages.today(null);
        var asOf = AsOf.of(filter.asOf(), filter.recordedBy(), utc);
        if (asOf != null) {
            readAsOf(filter, asOf, reader);
            return;
        }
        var ids = dated.listIds(0, IDS, filter, since, mostDays, today, utc);
        reader.begin(queries.listLaunchZones(filter));
        while (ids.length > 0) {
            for (int from = 0; from < ids.length; from += CHUNK) {
                var chunk = Arrays.copyOfRange(ids, from, Math.min(from + CHUNK, ids.length));
                dated.list(chunk, today, utc).forEach(reader::next);
            }
            ids = ids.length < IDS
                    ? new long[0]
                    : dated.listIds(ids[ids.length - 1], IDS, filter, since, mostDays, today, utc);
        }
    }

    private void readAsOf(ReleaseFilter filter, AsOf asOf, Reader reader) {
        var found = listAsOf(0, filter, asOf);
        reader.begin(queries.listLaunchZones(filter));
        while (!found.isEmpty()) {
            found.forEach(reader::next);
            found = found.size() < AS_OF_CHUNK
                    ? List.of()
                    : listAsOf(found.getLast().id(), filter, asOf);
        }
    }

    private List<DatedRelease> listAsOf(long after, ReleaseFilter filter, AsOf asOf) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var chunk = dated(asOfReleases.listAddedAfter(after, filter, asOf, AS_OF_CHUNK), asOf);
            database.clear();
            return chunk;
        });
    }

    private List<DatedRelease> dated(List<ListedRelease> found, AsOf asOf) {
        if (found.isEmpty()) {
            return List.of();
        }
        var newest =
                rumors.newestByRelease(found.stream().map(ListedRelease::id).toList(), DatedRelease.MOST_CLAIMS, asOf);
        var calendarColumns = calendarColumns(found);
        return found.stream()
                .map(release -> dated(
                        release,
                        Objects.requireNonNull(calendarColumns.get(release.id())),
                        newest.getOrDefault(release.id(), List.of())))
                .toList();
    }

    private static DatedRelease dated(ListedRelease release, CalendarColumns columns, List<Rumor> newest) {
        var view = release.view(null);
        var date = view.date();
        var forecast = view.forecast();
        return new DatedRelease(
                release.id(),
                columns.uid(),
                columns.moves(),
                view.slug(),
                view.title(),
                view.status(),
                view.statusReason(),
                view.region(),
                date == null ? null : Window.parse(date.edtf()),
                date != null && date.overdue(),
                view.launch(),
                view.releasedOn(),
                forecast == null ? null : forecast.happens().doubleValue(),
                forecast == null || forecast.confidence() == null
                        ? null
                        : forecast.confidence().doubleValue(),
                view.updatedAt(),
                newest.stream()
                        .filter(rumor -> !rumor.retracted())
                        .map(rumor -> new DatedRelease.Claim(
                                rumor.source().named().name(),
                                rumor.kind(),
                                rumor.saidOn(),
                                rumor.window(),
                                rumor.cancels()))
                        .toList());
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
