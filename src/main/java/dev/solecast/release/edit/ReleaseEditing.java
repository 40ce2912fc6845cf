package dev.solecast.release.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.catalog.CatalogReferences;
import dev.solecast.entry.Batch;
import dev.solecast.entry.Editing;
import dev.solecast.entry.EditingSupport;
import dev.solecast.entry.EntryLine;
import dev.solecast.http.Slug;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.release.NewRelease;
import dev.solecast.release.Release;
import dev.solecast.release.ReleaseSnapshot;
import dev.solecast.release.ReleaseStatus;
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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
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
    private final StatusSteps statusSteps;
    private final Clock clock;

    ReleaseEditing(
            Releases releases,
            CatalogReferences references,
            StatusChanging statusChanging,
            ReleaseUpdates updates,
            BatchUpdates batchUpdates,
            Batch batch,
            StatusSteps statusSteps,
            EditingSupport support,
            Clock clock) {
        super(releases, NewRelease.class, support);
        this.references = references;
        this.statusChanging = statusChanging;
        this.updates = updates;
        this.batchUpdates = batchUpdates;
        this.batch = batch;
        this.statusSteps = statusSteps;
        this.clock = clock;
    }

    @Override
    protected Release create(NewRelease request, Slug slug, Instant now) {
        refuseReserved(slug.text());
        return new Release(slug, request, subject(request), now);
    }

    @Override
    protected void revise(Release release, NewRelease request, Instant now) {
        refuseReserved(request.slug());
        updates.revise(release, request, subject(request), now);
    }

    /** Refuses the slug under whose address the list of what is to come stands. */
    private static void refuseReserved(@Nullable String slug) {
        if ("upcoming".equals(slug)) {
            throw Problem.field(ProblemCode.INVALID_BODY, "slug", "upcoming is reserved; choose another.");
        }
    }

    /**
     * Changes the status, with all that is derived from it, if the request gives another status, day or reason; what a
     * line of a batch says of them is covered by {@link #beside}.
     */
    @Override
    protected void afterSave(Release release, NewRelease request) {
        var step = batch.isOpen() ? null : statusSteps.next(release, request);
        if (step != null) {
            statusChanging.change(release, step);
        }
        updates.saved(release);
    }

    @Override
    protected boolean hasHistory() {
        return true;
    }

    @Override
    protected Set<String> besideFields() {
        return StatusSteps.FIELDS;
    }

    /** A launch's zone says nothing without its time, nor does a day of release without the status. */
    @Override
    protected void dropDependents(ObjectNode before, ObjectNode after) {
        if (!after.hasNonNull("launchAt") && Objects.equals(after.get("launchZone"), before.get("launchZone"))) {
            after.remove("launchZone");
        }
        var released = after.path("status").asText().equals(ReleaseStatus.RELEASED.wireName());
        if (!released && Objects.equals(after.get("releasedOn"), before.get("releasedOn"))) {
            after.remove("releasedOn");
        }
    }

    @Override
    protected NewRelease withoutBeside(NewRelease document) {
        return document.withoutStatus();
    }

    @Override
    protected Beside<Release> beside(
            @Nullable Release release, EntryLine<NewRelease> line, Predicate<String> isProtected) {
        var model = release == null
                ? references.requireModel("model", line.document().model())
                : release.model();
        var steps = statusSteps.of(line, release, model);
        var isKept = !steps.changes().isEmpty() && isProtected.test("status") && line.history() == null;
        return isKept
                ? new Beside<>(Map.of(), List.of("status"), entry -> {})
                : new Beside<>(
                        steps.changes(),
                        List.of(),
                        entry -> steps.toApply().forEach(step -> batchUpdates.deferStatus(entry, step)));
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
