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

/** Notices what of a release has moved since an earlier moment of the same transaction, and logs it. */
@ApplicationScoped
public class ReleaseChangeRecorder {

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

    /** What can move, each as its public fields. */
    public record Standpoint(ObjectNode status, ObjectNode date, ObjectNode forecast) {}

    /** Where the release stands now. */
    public Standpoint of(Release release) {
        var status = JsonNodeFactory.instance.objectNode();
        status.put("status", release.status().word());
        status.put("statusReason", release.statusReason());
        status.put(
                "releasedOn",
                release.releasedOn() == null ? null : release.releasedOn().toString());
        var date = JsonNodeFactory.instance.objectNode();
        date.put("date", release.date() == null ? null : release.date().edtf());
        return new Standpoint(status, date, forecast(release));
    }

    /** On one day: what the passing of days does to it is no movement. */
    private ObjectNode forecast(Release release) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var forecast = ForecastView.of(ReleaseSnapshot.now(release, today, today));
        return forecast == null
                ? JsonNodeFactory.instance.objectNode()
                : documents.tree(forecast).without(List.of("asOf", "methodVersion", "summary"));
    }

    /**
     * Logs what has moved since; what did not is not told.
     *
     * @param rumor the number of the rumor that did it; null if none did
     */
    public void log(Release release, Standpoint since, @Nullable Long rumor) {
        var now = of(release);
        // Its forecast of other days may have moved, and its history has grown, even where nothing else has.
        log.reweighed(release.subject());
        log(release, ChangeKind.STATUS_CHANGED, DocumentMapper.differences(since.status(), now.status()), rumor);
        log(release, ChangeKind.DATE_CHANGED, DocumentMapper.differences(since.date(), now.date()), rumor);
        log(release, ChangeKind.FORECAST_MOVED, DocumentMapper.differences(since.forecast(), now.forecast()), rumor);
    }

    private void log(Release release, ChangeKind kind, Map<String, FieldChange> fields, @Nullable Long rumor) {
        if (!fields.isEmpty()) {
            add(() -> new NewChange(release.subject(), kind, fields, rumor));
        }
    }

    /** A batch is flushed as a whole, and only then are versions known. */
    private void add(Supplier<NewChange> change) {
        if (batch.isOpen()) {
            log.addFlushed(change);
        } else {
            log.add(change.get());
        }
    }

    /** Logs that something was said about a release, with all of it. */
    public void rumorAdded(Rumor rumor) {
        var said =
                DocumentMapper.differences(JsonNodeFactory.instance.objectNode(), documents.tree(NewRumor.of(rumor)));
        log(rumor, ChangeKind.RUMOR_ADDED, said);
    }

    /** Logs that it was taken back. */
    public void rumorRetracted(Rumor rumor) {
        var retraction = JsonNodeFactory.instance.objectNode().put("retraction", rumor.retraction());
        log(
                rumor,
                ChangeKind.RUMOR_RETRACTED,
                DocumentMapper.differences(JsonNodeFactory.instance.objectNode(), retraction));
    }

    /** Logs that some of it was taken away, and why. */
    public void rumorRedacted(Rumor rumor, String reason) {
        var redaction = JsonNodeFactory.instance.objectNode().put("reason", reason);
        log(rumor, ChangeKind.REDACTED, DocumentMapper.differences(JsonNodeFactory.instance.objectNode(), redaction));
    }

    private void log(Rumor rumor, ChangeKind kind, Map<String, FieldChange> fields) {
        add(() -> new NewChange(rumor.release().subject().and(rumor.source().tag()), kind, fields, rumor.id()));
    }
}
