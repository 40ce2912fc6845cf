package dev.solecast.release.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.solecast.catalog.model.Model;
import dev.solecast.change.FieldChange;
import dev.solecast.entry.Batch;
import dev.solecast.entry.DocumentMapper;
import dev.solecast.entry.EntryLine;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.release.NewRelease;
import dev.solecast.release.NewStatus;
import dev.solecast.release.Release;
import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.derived.BatchUpdates;
import dev.solecast.release.sale.Region;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out which changes of status a document or a line asks for: none, if the release stands as it says already. */
@ApplicationScoped
class StatusSteps {

    /** The fields of a release's document that say where it stands. */
    static final Set<String> FIELDS = Set.of("status", "statusReason", "releasedOn", "cancelledOn");

    /** The reason of a release that was on sale before anybody gave one. */
    private static final String UNREPORTED = "It was on sale before it was added.";

    private final StatusChanging statusChanging;
    private final BatchUpdates batchUpdates;
    private final Batch batch;
    private final DocumentMapper documents;

    StatusSteps(StatusChanging statusChanging, BatchUpdates batchUpdates, Batch batch, DocumentMapper documents) {
        this.statusChanging = statusChanging;
        this.batchUpdates = batchUpdates;
        this.batch = batch;
        this.documents = documents;
    }

    /**
     * Steps to apply.
     *
     * @param changes the fields of the release that they change, with the whole {@code history} if the line has one
     */
    record Steps(List<NewStatus> toApply, Map<String, FieldChange> changes) {}

    /** The change that a document asks for; null for none. */
    @Nullable
    NewStatus next(Release release, NewRelease said) {
        var step = next(standing(release, said), said);
        if (step != null) {
            statusChanging.refuseImpossible(step, release.model(), new Region(release.region()), dayField(said));
        }
        return step;
    }

    /**
     * The changes that a line asks for: the rest of its history, and then its status.
     *
     * @param release null if the line adds it
     * @throws Problem if one of them cannot follow, or the history is not the one on record
     */
    Steps of(EntryLine<NewRelease> line, @Nullable Release release, Model model) {
        var said = line.document();
        var history = documents.list("history", line.history(), NewStatus.class);
        var stored = release == null || history.isEmpty() ? List.<NewStatus>of() : recorded(release);
        var rest = rest(history, stored, release);
        var steps = new ArrayList<>(rest);
        var before = release == null ? NewStatus.rumored() : standing(release, said);
        var step = next(steps.isEmpty() ? before : steps.getLast(), said);
        if (step != null) {
            steps.add(step);
        }
        var region = release == null || said.region() != null ? said.region() : new Region(release.region());
        rest.forEach(each -> statusChanging.refuseImpossible(each, model, region, "day"));
        if (step != null) {
            statusChanging.refuseImpossible(step, model, region, dayField(said));
        }
        refuseImpossible(steps, before.status(), said);
        return new Steps(steps, steps.isEmpty() ? Map.of() : changes(before, steps, stored, !history.isEmpty()));
    }

    private static void refuseImpossible(List<NewStatus> steps, ReleaseStatus before, NewRelease said) {
        var status = before;
        for (var step : steps) {
            status.requireNext(step.status(), said.slug() == null ? said.model() : said.slug());
            status = step.status();
        }
    }

    private static String dayField(NewRelease said) {
        return said.releasedOn() == null ? "cancelledOn" : "releasedOn";
    }

    private List<NewStatus> recorded(Release release) {
        var all = new ArrayList<>(batch.isNew(release) ? List.<NewStatus>of() : statusChanging.history(release));
        all.addAll(batchUpdates.deferredStatuses(release));
        return all;
    }

    /** The part of a history that is not stored yet. The stored one must be its beginning, or it that of the stored. */
    private static List<NewStatus> rest(List<NewStatus> history, List<NewStatus> stored, @Nullable Release release) {
        var common = Math.min(stored.size(), history.size());
        for (int i = 0; i < common; i++) {
            if (!history.get(i).isOnRecordAs(stored.get(i)) && release != null) {
                throw Problem.field(
                        ProblemCode.CONFLICT,
                        "history",
                        "is not the one on record: see /v1/releases/" + release.slug() + "/history.");
            }
        }
        return history.subList(common, history.size());
    }

    /** Where a release stands, as the change that it would take to get there; its day and window if they matter. */
    private NewStatus standing(Release release, NewRelease said) {
        if (batch.isOpen()) {
            var deferred = batchUpdates.deferredStatuses(release);
            if (!deferred.isEmpty()) {
                return deferred.getLast();
            }
        }
        var status = release.status();
        var reason = Objects.requireNonNullElse(release.statusReason(), UNREPORTED);
        var isAsSaid = said.cancelledOn() == null
                && (said.statusReason() == null || said.statusReason().equals(reason));
        return status == ReleaseStatus.RUMORED || isAsSaid
                ? new NewStatus(status, release.releasedOn(), null, reason)
                : statusChanging.last(release);
    }

    private static @Nullable NewStatus next(NewStatus now, NewRelease said) {
        var status = said.status() == null ? now.status() : said.status();
        refuseIf(
                said.releasedOn() != null && status != ReleaseStatus.RELEASED,
                "releasedOn",
                "goes with the status released.");
        refuseIf(
                said.cancelledOn() != null && status != ReleaseStatus.CANCELLED,
                "cancelledOn",
                "goes with the status cancelled.");
        var reason = said.statusReason() == null || said.statusReason().isBlank() ? null : said.statusReason();
        var day = said.releasedOn() == null ? said.cancelledOn() : said.releasedOn();
        return status == now.status() ? corrected(now, day, reason) : changed(status, day, reason);
    }

    private static NewStatus changed(ReleaseStatus status, @Nullable LocalDate day, @Nullable String reason) {
        refuseIf(
                reason == null && status != ReleaseStatus.RELEASED,
                "statusReason",
                "is needed: say why it is " + status.wireName() + ".");
        refuseIf(
                day == null && status == ReleaseStatus.RELEASED,
                "releasedOn",
                "is needed: on which day was it released?");
        return new NewStatus(status, day, null, reason == null ? UNREPORTED : reason);
    }

    private static @Nullable NewStatus corrected(NewStatus now, @Nullable LocalDate day, @Nullable String reason) {
        var isAsSaid = (day == null || day.equals(now.day())) && (reason == null || reason.equals(now.reason()));
        return now.status() == ReleaseStatus.RUMORED || isAsSaid
                ? null
                : new NewStatus(
                        now.status(),
                        day == null ? now.day() : day,
                        now.window(),
                        reason == null ? now.reason() : reason);
    }

    private Map<String, FieldChange> changes(
            NewStatus before, List<NewStatus> steps, List<NewStatus> stored, boolean hasHistory) {
        var changes = new LinkedHashMap<String, FieldChange>();
        var after = steps.getLast();
        put(
                changes,
                "status",
                text(before.status().wireName()),
                text(after.status().wireName()));
        put(changes, "statusReason", text(before.reason()), text(after.reason()));
        put(changes, "releasedOn", releasedOn(before), releasedOn(after));
        put(changes, "cancelledOn", cancelledOn(before), cancelledOn(after));
        if (hasHistory) {
            var whole = new ArrayList<>(stored);
            whole.addAll(steps);
            put(changes, "history", list(stored), list(whole));
        }
        return changes;
    }

    private static void put(Map<String, FieldChange> changes, String field, JsonNode before, JsonNode after) {
        if (!before.equals(after)) {
            changes.put(field, new FieldChange(before, after));
        }
    }

    private static JsonNode releasedOn(NewStatus status) {
        return status.status() == ReleaseStatus.RELEASED ? text(status.day()) : NullNode.instance;
    }

    private static JsonNode cancelledOn(NewStatus status) {
        return status.status() == ReleaseStatus.CANCELLED ? text(status.day()) : NullNode.instance;
    }

    private static JsonNode text(@Nullable Object value) {
        return value == null || value.equals("") ? NullNode.instance : TextNode.valueOf(value.toString());
    }

    private JsonNode list(List<NewStatus> steps) {
        var list = JsonNodeFactory.instance.arrayNode();
        steps.forEach(step -> list.add(documents.tree(step)));
        return list;
    }

    private static void refuseIf(boolean wrong, String field, String why) {
        if (wrong) {
            throw Problem.field(ProblemCode.INVALID_BODY, field, why);
        }
    }
}
