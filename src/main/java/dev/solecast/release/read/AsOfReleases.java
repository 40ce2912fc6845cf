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

/** Where releases stood on a past day, computed from what was said and had happened by then. */
@ApplicationScoped
class AsOfReleases {

    /** So many are looked at for one list; the answer must come in time, and nothing of it is stored. */
    static final int MOST = 1_000;

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

    /** One release as it was seen then. */
    ReleaseSnapshot of(Release release, AsOf asOf) {
        return new Past(List.of(release)).outlooks(asOf).of(release);
    }

    /** A page of the releases that somebody had spoken of by then. */
    Page<ListedRelease> list(
            ReleaseFilter filter, AsOf asOf, Predicate<ReleaseSnapshot> wanted, PageRequest<ListedRelease> page) {
        var found = queries.listInAnyState(filter, MOST + 1);
        if (found.size() > MOST) {
            throw Problem.parameter(
                    "asOf",
                    "more than " + MOST
                            + " releases would have to be looked at; narrow the list, for example by brand, "
                            + "model or collaborator.");
        }
        var then = new Past(found).outlooks(asOf);
        var sources = Slug.texts(filter.source());
        return page.pageOf(found.stream()
                .filter(release -> then.knew(release) && (sources.isEmpty() || then.heard(release, sources)))
                .map(release -> new ListedRelease.Looked(release, then.of(release)))
                .filter(seen -> ReleaseFilterInMemory.fits(seen.outlook(), filter) && wanted.test(seen.outlook()))
                .<ListedRelease>map(seen -> seen)
                .toList());
    }

    /** Everything that moved a release, each with where it stood at the end of that day. */
    Page<HistoryEntry> history(Release release, PageRequest<HistoryStep> page) {
        var past = new Past(List.of(release));
        return page.pageOf(past.steps(release)).map(step -> {
            var then = past.outlooks(new AsOf(step.day(), null)).of(release);
            return HistoryEntry.of(step, then);
        });
    }

    /** All that was ever said of releases and happened to them, read in a constant number of queries. */
    private final class Past {

        private final Map<Collaboration, List<Release>> siblings;
        private final List<Rumor> said;
        private final List<StatusChange> happened;

        Past(List<Release> found) {
            var ofCollaborations = releases.of(found.stream()
                    .flatMap(release -> Stream.ofNullable(release.collaboration()))
                    .distinct()
                    .toList());
            siblings = ofCollaborations.stream()
                    .collect(Collectors.groupingBy(release -> Objects.requireNonNull(release.collaboration())));
            var all = Stream.concat(found.stream(), ofCollaborations.stream())
                    .distinct()
                    .toList();
            said = rumors.about(all);
            happened = changes.of(all);
        }

        List<HistoryStep> steps(Release release) {
            return HistoryStep.inOrder(
                    said.stream()
                            .filter(rumor -> rumor.release().equals(release))
                            .toList(),
                    happened.stream()
                            .filter(change -> change.release().equals(release))
                            .toList());
        }

        Then outlooks(AsOf asOf) {
            return new Then(asOf, this);
        }
    }

    /** What of it counts on one day. */
    private final class Then {

        private final AsOf asOf;
        private final Map<Collaboration, List<Release>> siblings;
        private final Map<Release, List<Rumor>> said;
        private final Map<Release, List<StatusChange>> happened;
        private final Records known;

        Then(AsOf asOf, Past past) {
            this.asOf = asOf;
            siblings = past.siblings;
            var standing = past.said.stream().filter(asOf::counts).toList();
            said = standing.stream().collect(Collectors.groupingBy(Rumor::release));
            happened = past.happened.stream()
                    .filter(asOf::counts)
                    .collect(Collectors.groupingBy(
                            StatusChange::release,
                            Collectors.collectingAndThen(Collectors.toList(), StatusChange::inForce)));
            known = records.by(asOf.day(), Rumor.sourceIds(standing));
        }

        boolean knew(Release release) {
            return said.containsKey(release) || happened.containsKey(release);
        }

        boolean heard(Release release, Collection<String> sources) {
            return rumorsOf(release).stream()
                    .anyMatch(rumor -> sources.contains(rumor.source().slug()));
        }

        ReleaseSnapshot of(Release release) {
            return ReleaseSnapshot.then(
                    asOf, rumorsOf(release), changesOf(release), stage(release.collaboration()), known);
        }

        private @Nullable Stage stage(@Nullable Collaboration collaboration) {
            if (collaboration == null) {
                return null;
            }
            var about = new ArrayList<Rumor>();
            var statuses = new ArrayList<ReleaseStatus>();
            for (var release : siblings.getOrDefault(collaboration, List.of())) {
                about.addAll(rumorsOf(release));
                statuses.add(
                        changesOf(release).isEmpty()
                                ? ReleaseStatus.RUMORED
                                : changesOf(release).getLast().status());
            }
            return CatalogUpdater.stage(statuses, CatalogUpdater.strongest(about));
        }

        private List<Rumor> rumorsOf(Release release) {
            return said.getOrDefault(release, List.of());
        }

        private List<StatusChange> changesOf(Release release) {
            return happened.getOrDefault(release, List.of());
        }
    }
}
