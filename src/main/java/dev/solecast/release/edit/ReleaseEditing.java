package dev.solecast.release.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.catalog.CatalogReferences;
import dev.solecast.entry.Batch;
import dev.solecast.entry.DocumentMapper;
import dev.solecast.entry.Editing;
import dev.solecast.entry.EditingSupport;
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
import dev.solecast.release.derived.BatchUpdates;
import dev.solecast.release.derived.ReleaseUpdates;
import dev.solecast.release.sale.Region;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes releases, whose model, collaboration and colorway must exist and fit together. */
@Singleton
public class ReleaseEditing extends Editing<Release, NewRelease, ReleaseView> {

    private final CatalogReferences references;
    private final StatusChanging statusChanging;
    private final ReleaseUpdates updates;
    private final BatchUpdates batchUpdates;
    private final Batch batch;
    private final DocumentMapper documents;
    private final Clock clock;

    ReleaseEditing(
            Releases releases,
            CatalogReferences references,
            StatusChanging statusChanging,
            ReleaseUpdates updates,
            BatchUpdates batchUpdates,
            Batch batch,
            DocumentMapper documents,
            EditingSupport support,
            Clock clock) {
        super(releases, NewRelease.class, support);
        this.references = references;
        this.statusChanging = statusChanging;
        this.updates = updates;
        this.batchUpdates = batchUpdates;
        this.batch = batch;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    protected Release create(NewRelease request, Slug slug, Instant now) {
        if (slug.text().equals("upcoming")) {
            throw Problem.field(ProblemCode.INVALID_BODY, "slug", "upcoming is reserved; choose another.");
        }
        return new Release(slug, request, subject(request), now);
    }

    @Override
    protected void revise(Release release, NewRelease request, Instant now) {
        updates.revise(release, request, subject(request), now);
    }

    /** Changes the status, with all that is derived from it, if the request gives another status or day of release. */
    @Override
    protected void afterSave(Release release, NewRelease request) {
        var status = request.initialStatus();
        var changed = request.status() != null && request.status() != release.status();
        var corrected = request.releasedOn() != null && !request.releasedOn().equals(release.releasedOn());
        if (status != null && (changed || corrected)) {
            if (batch.isOpen()) {
                batchUpdates.deferStatus(release, status);
            } else {
                statusChanging.change(release, status);
            }
        }
        updates.saved(release);
    }

    @Override
    protected boolean hasHistory() {
        return true;
    }

    /** Requires that the stored history is the beginning of the history in the line, and defers the rest of it. */
    @Override
    protected boolean replayHistory(Release release, @Nullable JsonNode history) {
        var steps = documents.list("history", history, NewStatus.class);
        if (steps.isEmpty()) {
            return false;
        }
        var stored = batch.isNew(release) ? List.<NewStatus>of() : statusChanging.history(release);
        var common = Math.min(stored.size(), steps.size());
        if (!stored.subList(0, common).equals(steps.subList(0, common))) {
            throw Problem.field(
                    ProblemCode.CONFLICT,
                    "history",
                    "is not the one on record: see /v1/releases/" + release.slug() + "/history.");
        }
        steps.subList(common, steps.size()).forEach(step -> batchUpdates.deferStatus(release, step));
        return steps.size() > common;
    }

    /** Leaves the status as it is where the line has none. */
    @Override
    protected void retainOmitted(ObjectNode before, ObjectNode after) {
        if (!after.has("status")) {
            List.of("status", "statusReason", "releasedOn").forEach(field -> after.set(field, before.get(field)));
        }
    }

    @Override
    protected void afterRedaction(Release release, List<String> fields) {
        super.afterRedaction(release, fields);
        if (fields.contains("statusReason")) {
            statusChanging.redactReasons(release);
        }
    }

    @Override
    protected void afterDeletion(Release release) {
        updates.deleted(release);
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

    @Override
    protected ReleaseView view(Release release) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return ReleaseView.of(release, ReleaseSnapshot.now(release, today, today), null);
    }

    /** The most precise subject that is known, and the region unless it is worldwide. */
    @Override
    protected List<String> slugParts(NewRelease request) {
        var subject = Stream.of(request.colorway(), request.collaboration(), request.model())
                .filter(slug -> slug != null)
                .findFirst();
        var region = request.region().code();
        return Stream.concat(subject.stream(), Stream.of(region).filter(code -> !code.equals("WW")))
                .toList();
    }

    /**
     * The subject that a request names. A colorway implies its collaboration.
     *
     * @throws Problem 409 if the model, the collaboration and the colorway contradict each other
     */
    private ReleaseSubject subject(NewRelease request) {
        var model = references.requireModel("model", request.model());
        var colorway = references.requireColorwayIfAny("colorway", request.colorway());
        var collaboration = references.requireCollaborationIfAny("collaboration", request.collaboration());
        if (colorway != null && collaboration == null) {
            collaboration = colorway.collaboration();
        }
        refuseIf(
                colorway != null && colorway.model().id() != model.id(),
                "colorway",
                request.colorway() + " is not a colorway of " + request.model() + ".");
        refuseIf(
                colorway != null && !Objects.equals(colorway.collaboration(), collaboration),
                "colorway",
                request.colorway() + " does not belong to " + request.collaboration() + ".");
        refuseIf(
                collaboration != null && !collaboration.covers(model),
                "collaboration",
                (collaboration == null ? "" : collaboration.slug()) + " is not a collaboration on " + request.model()
                        + ".");
        return new ReleaseSubject(model, collaboration, colorway);
    }

    private static void refuseIf(boolean wrong, String field, String why) {
        if (wrong) {
            throw Problem.field(ProblemCode.CONFLICT, field, why);
        }
    }
}
