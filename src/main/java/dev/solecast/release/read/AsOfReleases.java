package dev.solecast.release.read;

import dev.solecast.catalog.collaboration.Collaboration;
import dev.solecast.catalog.collaboration.Stage;
import dev.solecast.forecast.Records;
import dev.solecast.http.Slug;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageRequest;
import dev.solecast.http.problem.Problem;
import dev.solecast.release.AsOf;
import dev.solecast.release.Release;
import dev.solecast.release.ReleaseSnapshot;
import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.Releases;
import dev.solecast.release.Rumor;
import dev.solecast.release.Rumors;
import dev.solecast.release.StatusChange;
import dev.solecast.release.StatusChanges;
import dev.solecast.release.derived.CatalogUpdater;
import dev.solecast.release.list.ListedRelease;
import dev.solecast.release.list.ReleaseFilter;
import dev.solecast.release.list.ReleaseFilterInMemory;
import dev.solecast.release.list.ReleaseQueries;
import dev.solecast.source.TrackRecordReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Computes the state of releases as of a past day from the rumors and changes of status up to then. */
@ApplicationScoped
class AsOfReleases {

    /** The most releases that one list examines: nothing of it is stored, and the response must come in time. */
    static final int MAX_RELEASES = 1_000;

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

    /** A page of the releases about which this service has a rumor or a change of status up to then. */
    Page<ListedRelease> list(
            ReleaseFilter filter, AsOf asOf, Predicate<ReleaseSnapshot> wanted, PageRequest<ListedRelease> page) {
        var found = queries.listInAnyState(filter, MAX_RELEASES + 1);
        if (found.size() > MAX_RELEASES) {
            throw Problem.parameter(
                    "asOf",
                    "more than " + MAX_RELEASES
                            + " releases would have to be looked at; narrow the list, for example by brand, "
                            + "model or collaborator.");
        }
        var day = new LoadedEvidence(found).asOf(asOf);
        var sources = Slug.texts(filter.source());
        return page.pageOf(found.stream()
                .filter(release -> day.knows(release) && (sources.isEmpty() || day.hasRumorFrom(sources, release)))
                .map(release -> new ListedRelease.OfEntity(release, day.snapshot(release)))
                .filter(listed ->
                        ReleaseFilterInMemory.fits(listed.snapshot(), filter) && wanted.test(listed.snapshot()))
                .<ListedRelease>map(listed -> listed)
                .toList());
    }

    /** A page of the events in the history of a release, each with the state at the end of its day. */
    Page<HistoryEntry> history(Release release, PageRequest<HistoryStep> page) {
        var evidence = new LoadedEvidence(List.of(release));
        return page.pageOf(evidence.steps(release)).map(step -> {
            var after = evidence.asOf(new AsOf(step.day(), null)).snapshot(release);
            return HistoryEntry.of(step, after);
        });
    }

    /** All rumors and changes of status of some releases and their siblings, read in a constant number of queries. */
    private final class LoadedEvidence {

        private final Map<Collaboration, List<Release>> siblings;
        private final List<Rumor> allRumors;
        private final List<StatusChange> allChanges;

        LoadedEvidence(List<Release> found) {
            var ofCollaborations = releases.listByCollaboration(found.stream()
                    .flatMap(release -> Stream.ofNullable(release.collaboration()))
                    .distinct()
                    .toList());
            siblings = ofCollaborations.stream()
                    .collect(Collectors.groupingBy(release -> Objects.requireNonNull(release.collaboration())));
            var all = Stream.concat(found.stream(), ofCollaborations.stream())
                    .distinct()
                    .toList();
            allRumors = rumors.listAbout(all);
            allChanges = changes.listByDay(all);
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
        private final Map<Collaboration, List<Release>> siblings;
        private final Map<Release, List<Rumor>> rumorsByRelease;
        private final Map<Release, List<StatusChange>> changesByRelease;
        private final Records trackRecords;

        AsOfDay(AsOf asOf, LoadedEvidence evidence) {
            this.asOf = asOf;
            siblings = evidence.siblings;
            var counting = evidence.allRumors.stream().filter(asOf::counts).toList();
            rumorsByRelease = counting.stream().collect(Collectors.groupingBy(Rumor::release));
            changesByRelease = evidence.allChanges.stream()
                    .filter(asOf::counts)
                    .collect(Collectors.groupingBy(
                            StatusChange::release,
                            Collectors.collectingAndThen(Collectors.toList(), StatusChange::inForce)));
            trackRecords = records.readUntil(asOf.day(), Rumor.sourceIds(counting));
        }

        boolean knows(Release release) {
            return rumorsByRelease.containsKey(release) || changesByRelease.containsKey(release);
        }

        boolean hasRumorFrom(Collection<String> sources, Release release) {
            return rumorsAbout(release).stream()
                    .anyMatch(rumor -> sources.contains(rumor.source().slug()));
        }

        ReleaseSnapshot snapshot(Release release) {
            return ReleaseSnapshot.asOf(
                    asOf, rumorsAbout(release), changesOf(release), stage(release.collaboration()), trackRecords);
        }

        private @Nullable Stage stage(@Nullable Collaboration collaboration) {
            if (collaboration == null) {
                return null;
            }
            var siblingRumors = new ArrayList<Rumor>();
            var statuses = new ArrayList<ReleaseStatus>();
            for (var release : siblings.getOrDefault(collaboration, List.of())) {
                siblingRumors.addAll(rumorsAbout(release));
                statuses.add(
                        changesOf(release).isEmpty()
                                ? ReleaseStatus.RUMORED
                                : changesOf(release).getLast().status());
            }
            return CatalogUpdater.stage(statuses, CatalogUpdater.strongest(siblingRumors));
        }

        List<Rumor> rumorsAbout(Release release) {
            return rumorsByRelease.getOrDefault(release, List.of());
        }

        private List<StatusChange> changesOf(Release release) {
            return changesByRelease.getOrDefault(release, List.of());
        }
    }
}
