package dev.solecast.release.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.entry.Batch;
import dev.solecast.entry.DocumentMapper;
import dev.solecast.entry.LineOutcome;
import dev.solecast.http.Slug;
import dev.solecast.http.StrictText;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.release.NewRumor;
import dev.solecast.release.Releases;
import dev.solecast.release.Rumor;
import dev.solecast.release.derived.BatchUpdates;
import dev.solecast.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Imports rumors as lines of a batch; derived data are updated at the end of the batch. */
@ApplicationScoped
public class RumorImport {

    private static final int MAX_ID_LENGTH = 200;
    private static final int MAX_REASON_LENGTH = 500;

    private final Batch batch;
    private final Releases releases;
    private final Sources sources;
    private final RumorIntake intake;
    private final BatchUpdates updates;
    private final DocumentMapper documents;

    RumorImport(
            Batch batch,
            Releases releases,
            Sources sources,
            RumorIntake intake,
            BatchUpdates updates,
            DocumentMapper documents) {
        this.batch = batch;
        this.releases = releases;
        this.sources = sources;
        this.intake = intake;
        this.updates = updates;
        this.documents = documents;
    }

    /**
     * Parses and checks a line.
     *
     * @throws RuntimeException if it is invalid, the same as for the body of a request
     */
    public RumorImportLine read(ObjectNode fields) {
        var release = text(fields, "release", Slug.LONGEST);
        if (release == null) {
            throw refused("release", "is needed: the slug of the release that it is about.");
        }
        var id = text(fields, "id", MAX_ID_LENGTH);
        var retraction = text(fields, "retraction", MAX_REASON_LENGTH);
        var copies = fields.path("copiesRumor").isTextual() ? text(fields, "copiesRumor", MAX_ID_LENGTH) : null;
        documents.read(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", id)
                        .put("retraction", retraction)
                        .put("copiesRumor", copies),
                Texts.class);
        return new RumorImportLine(slug(release), documents.read(fields, NewRumor.class), id, copies, retraction);
    }

    /** The texts of a line beside its rumor, which are read as strictly. */
    private record Texts(
            @Nullable String id,
            @Nullable String retraction,
            @Nullable String copiesRumor) {}

    /** Reads the rumors about all releases that these lines name, with one query. */
    public void loadRumors(Collection<RumorImportLine> lines) {
        var existing = lines.stream()
                .map(RumorImportLine::release)
                .distinct()
                .flatMap(slug -> releases.findInBatch(slug).stream())
                .toList();
        updates.loadRumors(existing);
    }

    /**
     * Records the rumor of a line, unless it is recorded already, and retracts it if the line does.
     *
     * @param ids of the rumors whose lines had an id in the file, by that id; this one's is added to them
     */
    public LineOutcome.Outcome importLine(RumorImportLine line, Map<String, Long> ids) {
        var release = releases.require("release", line.release().text());
        var source = sources.require("source", line.rumor().source());
        var recorded = updates.rumors(release);
        var known = recorded.stream()
                .filter(rumor -> rumor.isSame(source, line.rumor()))
                .findFirst();
        var rumor =
                known.orElseGet(() -> intake.newRumor(release, source, line.rumor(), original(line, recorded, ids)));
        var retraction = rumor.retracted() ? null : line.retraction();
        if (line.id() != null && known.isPresent()) {
            ids.put(line.id(), rumor.id());
        }
        if (known.isPresent() && retraction == null) {
            return LineOutcome.Outcome.UNCHANGED;
        }
        updates.write(release, rumor, known.isEmpty(), retraction);
        if (line.id() != null) {
            ids.put(line.id(), rumor.id());
        }
        return known.isEmpty() ? LineOutcome.Outcome.CREATED : LineOutcome.Outcome.UPDATED;
    }

    /** The rumor that the one in the line copies; null if it is no copy. */
    private @Nullable Rumor original(RumorImportLine line, List<Rumor> recorded, Map<String, Long> ids) {
        var id = line.originalId() == null ? line.rumor().copiesRumor() : ids.get(line.originalId());
        if (line.originalId() == null && id == null) {
            return null;
        }
        return recorded.stream()
                .filter(rumor -> id != null && rumor.id() == id)
                .findFirst()
                .orElseThrow(() -> missingOriginal(line));
    }

    private Problem missingOriginal(RumorImportLine line) {
        batch.markUnresolved();
        var id = line.originalId() == null ? line.rumor().copiesRumor() : line.originalId();
        return refused(
                "copiesRumor",
                "there is no rumor \"" + id + "\" about this release, or it copies this one in its turn.");
    }

    private static Slug slug(String text) {
        try {
            return new Slug(text);
        } catch (IllegalArgumentException e) {
            throw refused("release", e.getMessage() + ".");
        }
    }

    /** Removes a text from the fields of a line; null if it is absent. */
    private static @Nullable String text(ObjectNode fields, String field, int maxLength) {
        JsonNode value = fields.remove(field);
        if (value == null || value.isNull()) {
            return null;
        } else if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > maxLength) {
            throw refused(field, "must be a text of 1 to " + maxLength + " characters.");
        }
        var fault = StrictText.findFault(value.textValue(), field.equals("retraction"));
        if (fault != null) {
            throw refused(field, fault + ".");
        }
        return value.textValue();
    }

    private static Problem refused(String field, String why) {
        return Problem.field(ProblemCode.INVALID_BODY, field, why);
    }
}
