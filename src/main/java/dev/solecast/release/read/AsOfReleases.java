package dev.solecast.release.read;

import dev.solecast.catalog.collaboration.Collaboration;
import dev.solecast.catalog.collaboration.Stage;
import dev.solecast.entry.Entry;
import dev.solecast.forecast.Records;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageRequest;
import dev.solecast.http.page.Sort;
import dev.solecast.http.problem.Problem;
import dev.solecast.release.AsOf;
import dev.solecast.release.Release;
import dev.solecast.release.ReleaseSnapshot;
import dev.solecast.release.Releases;
import dev.solecast.release.Rumor;
import dev.solecast.release.Rumors;
import dev.solecast.release.StatusChange;
import dev.solecast.release.StatusChanges;
import dev.solecast.release.list.ListedRelease;
import dev.solecast.release.list.ReleaseFilter;
import dev.solecast.release.list.ReleaseQueries;
import dev.solecast.release.list.ReleaseSorting;
import dev.solecast.source.TrackRecordReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Computes the state of releases as of a past day from the rumors and changes of status up to then. Which releases are
 * on a page is found in the stored states of {@code release_past}; only those are computed.
 */
@ApplicationScoped
class AsOfReleases {

    /** The most forecasts that one list computes to filter or sort by them: about 0.1 s of a processor. */
    static final int MAX_FORECASTS = 200;

    /** The most releases of a stream, which computes each of them: about 0.6 s of a processor. */
    static final int MAX_STREAMED = 1_000;

    /** By id, which is the order in which they were added. */
    private static final Sort<ListedRelease> ADDED =
            Sort.ascending(Sort.Key.<ListedRelease>number("r.id", ListedRelease::id));

    private final ReleaseQueries queries;
    private final Releases releases;
    private final Rumors rumors;
    private final StatusChanges changes;
    private final TrackRecordReader records;

    AsOfReleases(
            ReleaseQueries queries,
            Releases releases,
            Rumors rumors,
            StatusChanges changes,
            TrackRecordReader records) {
        this.queries = queries;
        this.releases = releases;
        this.rumors = rumors;
        this.changes = changes;
        this.records = records;
    }

    /**
     * A release as of a day.
     *
     * @param rumors all rumors about it that its snapshot may rest on
     */
    record SnapshotWithRumors(ReleaseSnapshot snapshot, List<Rumor> rumors) {}

    /** The state of one release, and the rumors about it that count. */
    SnapshotWithRumors of(Release release, AsOf asOf) {
        var day = new LoadedEvidence(List.of(release)).asOf(asOf);
        return new SnapshotWithRumors(day.snapshot(release), day.rumorsAbout(release));
    }

    /**
     * A page of the releases about which this service has a rumor or a change of status up to then.
     *
     * @param upcoming whether only those count that were still awaited
     */
    Page<ListedRelease> list(ReleaseFilter filter, AsOf asOf, boolean upcoming, PageRequest<ListedRelease> page) {
        if (filter.needsForecast() || ReleaseSorting.isByLikeliest(page.sort())) {
            return page.pageOf(withForecasts(filter, asOf, upcoming));
        }
        var ids = queries.listIdsAsOf(filter, asOf, upcoming, page);
        var total = page.withTotal() ? queries.countAsOf(filter, asOf, upcoming) : null;
        return page.pageOf(List.copyOf(snapshots(ids, asOf)), total);
    }

    /**
     * The next releases that a filter finds as of a day, in the order in which they were added; a problem at their
     * beginning if there are too many.
     *
     * @param id the last one before them; 0 to begin
     */
    List<ListedRelease> listAddedAfter(long id, ReleaseFilter filter, AsOf asOf, int limit) {
        if (id == 0) {
            refuseLongStream(filter, asOf);
        }
        if (filter.needsForecast()) {
            return withForecasts(filter, asOf, false).stream()
                    .filter(release -> release.id() > id)
                    .toList();
        }
        var next = PageRequest.chunk(ADDED, limit, asOf.day(), asOf.day()).startingAfter(List.of(String.valueOf(id)));
        return snapshots(queries.listIdsAsOf(filter, asOf, false, next), asOf).stream()
                .<ListedRelease>map(release -> release)
                .limit(limit)
                .toList();
    }

    private void refuseLongStream(ReleaseFilter filter, AsOf asOf) {
        var all = PageRequest.chunk(ADDED, MAX_STREAMED, asOf.day(), asOf.day());
        if (queries.listIdsAsOf(filter, asOf, false, all).size() > MAX_STREAMED) {
            throw Problem.parameter(
                    "asOf",
                    "there are more than " + MAX_STREAMED + " releases as of that day, too many for a calendar; narrow "
                            + "it, for example by model, collaborator or from and to. /v1/releases tells of any number.");
        }
    }

    /** All releases that a filter by forecasts finds; a problem if too many would have to be computed. */
    private List<ListedRelease> withForecasts(ReleaseFilter filter, AsOf asOf, boolean upcoming) {
        var all = PageRequest.chunk(ADDED, MAX_FORECASTS, asOf.day(), asOf.day());
        var ids = queries.listIdsAsOf(filter, asOf, upcoming, all);
        if (ids.size() > MAX_FORECASTS) {
            throw Problem.parameter(
                    "asOf",
                    "more than " + MAX_FORECASTS + " forecasts of that day would have to be computed for "
                            + "minConfidence, match=likely or sort=likeliest; narrow the list, for example by model, "
                            + "collaborator or from and to, or leave these out: then it may be of any size.");
        }
        return snapshots(ids, asOf).stream()
                .filter(release -> filter.fitsForecast(release.snapshot()))
                .<ListedRelease>map(release -> release)
                .toList();
    }

    /** The states of releases, by id. */
    private List<ListedRelease.OfEntity> snapshots(List<Long> ids, AsOf asOf) {
        var found = releases.list(ids);
        var day = new LoadedEvidence(found).asOf(asOf);
        return found.stream()
                .map(release -> new ListedRelease.OfEntity(release, day.snapshot(release)))
                .toList();
    }

    /** A page of the events in the history of a release, each with the state at the end of its day. */
    Page<HistoryEntry> history(Release release, PageRequest<HistoryStep> page) {
        var evidence = new LoadedEvidence(List.of(release));
        return page.pageOf(evidence.steps(release)).map(step -> {
            var after = evidence.asOf(new AsOf(step.day(), null)).snapshot(release);
            return HistoryEntry.of(step, after);
        });
    }

    /** All rumors and changes of status of some releases, read in a constant number of queries. */
    private final class LoadedEvidence {

        private final List<Release> found;
        private final List<Rumor> allRumors;
        private final List<StatusChange> allChanges;

        LoadedEvidence(List<Release> found) {
            this.found = found;
            allRumors = rumors.listAbout(found);
            allChanges = changes.listByDay(found);
        }

        List<HistoryStep> steps(Release release) {
            return HistoryStep.inOrder(
                    allRumors.stream()
                            .filter(rumor -> rumor.release().equals(release))
                            .toList(),
                    allChanges.stream()
                            .filter(change -> change.release().equals(release))
                            .toList());
        }

        AsOfDay asOf(AsOf asOf) {
            return new AsOfDay(asOf, this);
        }
    }

    /** The part of the evidence that counts as of one day. */
    private final class AsOfDay {

        private final AsOf asOf;
        private final Map<Release, List<Rumor>> rumorsByRelease;
        private final Map<Release, List<StatusChange>> changesByRelease;
        private final Map<Long, Stage> stages;
        private final Records trackRecords;

        AsOfDay(AsOf asOf, LoadedEvidence evidence) {
            this.asOf = asOf;
            var counting = evidence.allRumors.stream().filter(asOf::counts).toList();
            rumorsByRelease = counting.stream().collect(Collectors.groupingBy(Rumor::release));
            changesByRelease = evidence.allChanges.stream()
                    .filter(asOf::counts)
                    .collect(Collectors.groupingBy(
                            StatusChange::release,
                            Collectors.collectingAndThen(Collectors.toList(), StatusChange::inForce)));
            stages = queries.stagesAsOf(
                    evidence.found.stream()
                            .flatMap(release -> Stream.ofNullable(release.collaboration()))
                            .map(Entry::id)
                            .distinct()
                            .toList(),
                    asOf);
            trackRecords = records.readUntil(asOf.day(), Rumor.sourceIds(counting));
        }

        ReleaseSnapshot snapshot(Release release) {
            return ReleaseSnapshot.asOf(
                    asOf,
                    rumorsAbout(release),
                    changesByRelease.getOrDefault(release, List.of()),
                    stage(release.collaboration()),
                    trackRecords);
        }

        private @Nullable Stage stage(@Nullable Collaboration collaboration) {
            return collaboration == null ? null : stages.get(collaboration.id());
        }

        List<Rumor> rumorsAbout(Release release) {
            return rumorsByRelease.getOrDefault(release, List.of());
        }
    }
}
