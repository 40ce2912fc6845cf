package dev.solecast.release.derived;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.change.ChangeKind;
import dev.solecast.change.ChangeLog;
import dev.solecast.change.FieldChange;
import dev.solecast.change.NewChange;
import dev.solecast.entry.Batch;
import dev.solecast.entry.DocumentMapper;
import dev.solecast.release.ForecastView;
import dev.solecast.release.NewRumor;
import dev.solecast.release.Release;
import dev.solecast.release.ReleaseSnapshot;
import dev.solecast.release.Rumor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Logs changes of rumors, and the differences of a release from an earlier state in the same transaction. */
@ApplicationScoped
class ReleaseChangeRecorder {

    private final DocumentMapper documents;
    private final Batch batch;
    private final ChangeLog log;
    private final Clock clock;

    ReleaseChangeRecorder(DocumentMapper documents, Batch batch, ChangeLog log, Clock clock) {
        this.documents = documents;
        this.batch = batch;
        this.log = log;
        this.clock = clock;
    }

    /** The public fields of a release that a rumor or a status can change, by the kind of change that logs them. */
    record State(ObjectNode status, ObjectNode date, ObjectNode forecast) {}

    /** The present state of a release. */
    State state(Release release) {
        var status = JsonNodeFactory.instance.objectNode();
        status.put("status", release.status().wireName());
        status.put("statusReason", release.statusReason());
        status.put(
                "releasedOn",
                release.releasedOn() == null ? null : release.releasedOn().toString());
        var date = JsonNodeFactory.instance.objectNode();
        date.put("date", release.date() == null ? null : release.date().edtf());
        return new State(status, date, forecast(release));
    }

    /** Both states are computed for the same day, so that the mere passing of time is not logged as a change. */
    private ObjectNode forecast(Release release) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var forecast = ForecastView.of(ReleaseSnapshot.now(release, today, today));
        return forecast == null
                ? JsonNodeFactory.instance.objectNode()
                : documents.tree(forecast).without(List.of("asOf", "methodVersion", "summary"));
    }

    /**
     * Logs the differences from an earlier state, and invalidates what depends on the release's evidence.
     *
     * @param rumorId the rumor that caused them; null if none did
     */
    void logChanges(Release release, State before, @Nullable Long rumorId) {
        var now = state(release);
        // Forecasts as of other days may differ, and the history has grown, even where nothing else has changed.
        log.invalidateEvidence(release.entityRef());
        log(release, ChangeKind.STATUS_CHANGED, DocumentMapper.differences(before.status(), now.status()), rumorId);
        log(release, ChangeKind.DATE_CHANGED, DocumentMapper.differences(before.date(), now.date()), rumorId);
        log(release, ChangeKind.FORECAST_MOVED, DocumentMapper.differences(before.forecast(), now.forecast()), rumorId);
    }

    private void log(Release release, ChangeKind kind, Map<String, FieldChange> fields, @Nullable Long rumorId) {
        if (!fields.isEmpty()) {
            add(() -> new NewChange(release.entityRef(), kind, fields, rumorId));
        }
    }

    /** Evaluates the change at the end of a batch, because versions are known only after its single flush. */
    private void add(Supplier<NewChange> change) {
        if (batch.isOpen()) {
            log.addDeferred(change);
        } else {
            log.add(change.get());
        }
    }

    /** Logs a new rumor with all its fields. */
    void rumorAdded(Rumor rumor) {
        var fields =
                DocumentMapper.differences(JsonNodeFactory.instance.objectNode(), documents.tree(NewRumor.of(rumor)));
        log(rumor, ChangeKind.RUMOR_ADDED, fields);
    }

    /** Logs a retraction with its reason. */
    void rumorRetracted(Rumor rumor) {
        var retraction = JsonNodeFactory.instance.objectNode().put("retraction", rumor.retraction());
        log(
                rumor,
                ChangeKind.RUMOR_RETRACTED,
                DocumentMapper.differences(JsonNodeFactory.instance.objectNode(), retraction));
    }

    /** Logs that fields of a rumor were erased, with the reason only. */
    void rumorRedacted(Rumor rumor, String reason) {
        var redaction = JsonNodeFactory.instance.objectNode().put("reason", reason);
        log(rumor, ChangeKind.REDACTED, DocumentMapper.differences(JsonNodeFactory.instance.objectNode(), redaction));
    }

    private void log(Rumor rumor, ChangeKind kind, Map<String, FieldChange> fields) {
        add(() -> new NewChange(
                rumor.release().entityRef().alsoAbout(rumor.source().tag()), kind, fields, rumor.id()));
    }
}
