package dev.solecast.release.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.catalog.CatalogReferences;
import dev.solecast.entry.Batch;
import dev.solecast.entry.DocumentMapper;
import dev.solecast.entry.Editing;
import dev.solecast.entry.EditingSupport;
import dev.solecast.entry.ExportedEntry;
import dev.solecast.http.Slug;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.release.NewRelease;
import dev.solecast.release.NewStatus;
import dev.solecast.release.Release;
import dev.solecast.release.ReleaseSnapshot;
import dev.solecast.release.ReleaseSubject;
import dev.solecast.release.ReleaseView;
import dev.solecast.release.Releases;
import dev.solecast.release.StatusChanges;
import dev.solecast.release.accuracy.ReleaseScoring;
import dev.solecast.release.derived.BatchWork;
import dev.solecast.release.derived.CatalogUpdater;
import dev.solecast.release.sale.Region;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes releases. What one refers to must be there and fit together. */
@Singleton
public class ReleaseEditing extends Editing<Release, NewRelease, ReleaseView> {

    private final CatalogReferences references;
    private final StatusChanging statuses;
    private final ReleaseScoring scores;
    private final CatalogUpdater standing;
    private final Batch batch;
    private final StatusChanges history;
    private final DocumentMapper documents;
    private final Clock clock;

    ReleaseEditing(
            Releases releases,
            CatalogReferences references,
            StatusChanging statuses,
            ReleaseScoring scores,
            CatalogUpdater standing,
            Batch batch,
            StatusChanges history,
            DocumentMapper documents,
            EditingSupport desk,
            Clock clock) {
        super(releases, NewRelease.class, desk);
        this.references = references;
        this.statuses = statuses;
        this.scores = scores;
        this.standing = standing;
        this.batch = batch;
        this.history = history;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    protected Release make(NewRelease given, Slug slug, Instant now) {
        if (slug.text().equals("upcoming")) {
            throw Problem.field(ProblemCode.INVALID_BODY, "slug", "upcoming is reserved; choose another.");
        }
        return new Release(slug, given, shoe(given), now);
    }

    @Override
    protected void revise(Release release, NewRelease given, Instant now) {
        var collaboration = release.collaboration();
        var colorway = release.colorway();
        release.revise(given, shoe(given), now);
        standing.follow(collaboration, colorway, now);
    }

    /** A status that is given and is another one is a change of status, with all that follows from it. */
    @Override
    protected void follow(Release release, NewRelease given) {
        var wanted = given.standing();
        var moved = given.status() != null && given.status() != release.status();
        var mended = given.releasedOn() != null && !given.releasedOn().equals(release.releasedOn());
        if (wanted != null && (moved || mended)) {
            if (batch.isOpen()) {
                BatchWork.in(batch).move(release, wanted);
            } else {
                statuses.change(release, wanted);
            }
        }
        standing.follow(release, clock.instant());
    }

    @Override
    protected boolean hasHistory() {
        return true;
    }

    /** What is on record must be the beginning of what a line tells. */
    @Override
    protected boolean goThrough(Release release, @Nullable JsonNode history) {
        var told = documents.list("history", history, NewStatus.class);
        if (told.isEmpty()) {
            return false;
        }
        var known = batch.isNew(release) ? List.<NewStatus>of() : statuses.history(release);
        var common = Math.min(known.size(), told.size());
        if (!known.subList(0, common).equals(told.subList(0, common))) {
            throw Problem.field(
                    ProblemCode.CONFLICT,
                    "history",
                    "is not the one on record: see /v1/releases/" + release.slug() + "/history.");
        }
        told.subList(common, told.size()).forEach(step -> BatchWork.in(batch).move(release, step));
        return told.size() > common;
    }

    /** A line that does not speak of a status leaves it as it is. */
    @Override
    protected void keep(ObjectNode before, ObjectNode after) {
        if (!after.has("status")) {
            List.of("status", "statusReason", "releasedOn").forEach(field -> after.set(field, before.get(field)));
        }
    }

    @Override
    protected void redacted(Release release, List<String> fields) {
        super.redacted(release, fields);
        if (fields.contains("statusReason")) {
            statuses.redactReasons(release);
        }
    }

    /** What was scored of it is taken back. */
    @Override
    protected void forget(Release release) {
        scores.forget(release);
        standing.follow(release, clock.instant());
    }

    @Override
    protected NewRelease document(Release release) {
        var launch = release.launch();
        return new NewRelease(
                release.slug(),
                release.model().slug(),
                release.collaboration() == null ? null : release.collaboration().slug(),
                release.colorway() == null ? null : release.colorway().slug(),
                new Region(release.region()),
                release.channel(),
                release.status(),
                release.statusReason(),
                release.releasedOn(),
                null,
                launch == null ? null : launch.local(),
                launch == null ? null : ZoneId.of(launch.zone()),
                release.price(),
                release.retailers(),
                release.features(),
                release.citations());
    }

    /** With its {@code date} as EDTF, which its rumors or an editor have made, and the {@code history} of its status. */
    @Override
    protected List<ExportedEntry> copies(List<Release> found) {
        var changes = history.recorded(found).stream()
                .collect(Collectors.groupingBy(change -> change.release().id()));
        var copies = super.copies(found);
        for (int at = 0; at < copies.size(); at++) {
            var copy = copies.get(at);
            var date = found.get(at).date();
            if (date != null) {
                copy.fields().put("date", date.edtf());
            }
            for (var change : changes.getOrDefault(copy.id(), List.of())) {
                copy.fields().withArray("/history").add(documents.bare(NewStatus.of(change)));
            }
        }
        return copies;
    }

    @Override
    protected ReleaseView view(Release release) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return ReleaseView.of(release, ReleaseSnapshot.now(release, today, today), null);
    }

    /** The most precise thing that it is known to be, and where. */
    @Override
    protected List<String> names(NewRelease given) {
        var what = Stream.of(given.colorway(), given.collaboration(), given.model())
                .filter(slug -> slug != null)
                .findFirst();
        var where = given.region().code();
        return Stream.concat(what.stream(), Stream.of(where).filter(region -> !region.equals("WW")))
                .toList();
    }

    /** A colorway brings its collaboration along; one that contradicts it, or another model, is a conflict. */
    private ReleaseSubject shoe(NewRelease given) {
        var model = references.model("model", given.model());
        var colorway = references.colorwayIfAny("colorway", given.colorway());
        var collaboration = references.collaborationIfAny("collaboration", given.collaboration());
        if (colorway != null && collaboration == null) {
            collaboration = colorway.collaboration();
        }
        refuse(
                colorway != null && colorway.model().id() != model.id(),
                "colorway",
                given.colorway() + " is not a colorway of " + given.model() + ".");
        refuse(
                colorway != null && !Objects.equals(colorway.collaboration(), collaboration),
                "colorway",
                given.colorway() + " does not belong to " + given.collaboration() + ".");
        refuse(
                collaboration != null && !collaboration.covers(model),
                "collaboration",
                (collaboration == null ? "" : collaboration.slug()) + " is not a collaboration on " + given.model()
                        + ".");
        return new ReleaseSubject(model, collaboration, colorway);
    }

    private static void refuse(boolean wrong, String field, String why) {
        if (wrong) {
            throw Problem.field(ProblemCode.CONFLICT, field, why);
        }
    }
}
