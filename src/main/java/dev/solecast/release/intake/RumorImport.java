package dev.solecast.release.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.entry.Batch;
import dev.solecast.entry.DocumentMapper;
import dev.solecast.entry.LineOutcome;
import dev.solecast.http.Slug;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.release.NewRumor;
import dev.solecast.release.Releases;
import dev.solecast.release.Rumor;
import dev.solecast.release.Rumors;
import dev.solecast.release.derived.BatchWork;
import dev.solecast.release.derived.ReleaseChangeRecorder;
import dev.solecast.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes in rumors as lines of a batch; what follows from them waits for its end. */
@ApplicationScoped
public class RumorImport {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_REASON = 500;

    private final Batch batch;
    private final Releases releases;
    private final Sources sources;
    private final Rumors rumors;
    private final RumorIntake intake;
    private final ReleaseChangeRecorder movements;
    private final DocumentMapper documents;

    RumorImport(
            Batch batch,
            Releases releases,
            Sources sources,
            Rumors rumors,
            RumorIntake intake,
            ReleaseChangeRecorder movements,
            DocumentMapper documents) {
        this.batch = batch;
        this.releases = releases;
        this.sources = sources;
        this.rumors = rumors;
        this.intake = intake;
        this.movements = movements;
        this.documents = documents;
    }

    /**
     * What a line says.
     *
     * @throws RuntimeException if it cannot be said, as for the body of a request
     */
    public RumorImportLine read(ObjectNode fields) {
        var release = text(fields, "release", Slug.LONGEST);
        if (release == null) {
            throw refused("release", "is needed: the slug of the release that it is about.");
        }
        var id = text(fields, "id", LONGEST_ID);
        var retraction = text(fields, "retraction", LONGEST_REASON);
        var copies = fields.path("copiesRumor").isTextual() ? text(fields, "copiesRumor", LONGEST_ID) : null;
        return new RumorImportLine(slug(release), documents.read(fields, NewRumor.class), id, copies, retraction);
    }

    /** Reads what has been said about the releases that these lines speak of. */
    public void lookAhead(Collection<RumorImportLine> lines) {
        var known = lines.stream()
                .map(RumorImportLine::release)
                .distinct()
                .flatMap(slug -> releases.namedInBatch(slug).stream())
                .toList();
        BatchWork.in(batch).hear(known, rumors, batch);
    }

    /**
     * Records it, unless it is on record.
     *
     * @param numbers of the rumors whose lines had an id; this one's is added to them
     */
    public LineOutcome.Outcome take(RumorImportLine line, Map<String, Long> numbers) {
        var about = releases.require("release", line.release().text());
        var source = sources.require("source", line.said().source());
        var unfinished = BatchWork.in(batch);
        var said = unfinished.heard(about, rumors, batch);
        var known =
                said.stream().filter(rumor -> rumor.says(source, line.said())).findFirst();
        var rumor = known.orElseGet(() -> intake.rumor(about, source, line.said(), copied(line, said, numbers)));
        var retraction = rumor.retracted() ? null : line.retraction();
        if (line.id() != null && known.isPresent()) {
            numbers.put(line.id(), rumor.id());
        }
        if (known.isPresent() && retraction == null) {
            return LineOutcome.Outcome.UNCHANGED;
        }
        unfinished.speakOf(about, movements);
        if (retraction != null) {
            intake.takeBack(rumor, retraction);
        }
        if (known.isEmpty()) {
            rumors.persist(rumor);
            said.add(rumor);
            movements.rumorAdded(rumor);
        }
        if (line.id() != null) {
            numbers.put(line.id(), rumor.id());
        }
        if (retraction != null) {
            movements.rumorRetracted(rumor);
        }
        unfinished.spokenOf(about, rumor);
        return known.isEmpty() ? LineOutcome.Outcome.CREATED : LineOutcome.Outcome.UPDATED;
    }

    private @Nullable Rumor copied(RumorImportLine line, List<Rumor> said, Map<String, Long> numbers) {
        var number = line.copies() == null ? line.said().copiesRumor() : numbers.get(line.copies());
        if (line.copies() == null && number == null) {
            return null;
        }
        return said.stream()
                .filter(rumor -> number != null && rumor.id() == number)
                .findFirst()
                .orElseThrow(() -> notThere(line));
    }

    private Problem notThere(RumorImportLine line) {
        batch.miss();
        var what = line.copies() == null ? line.said().copiesRumor() : line.copies();
        return refused(
                "copiesRumor",
                "there is no rumor \"" + what + "\" about this release, or it copies this one in its turn.");
    }

    private static Slug slug(String text) {
        try {
            return new Slug(text);
        } catch (IllegalArgumentException e) {
            throw refused("release", e.getMessage() + ".");
        }
    }

    /** Takes a text out of a line; null if it is not there. */
    private static @Nullable String text(ObjectNode fields, String field, int longest) {
        JsonNode value = fields.remove(field);
        if (value == null || value.isNull()) {
            return null;
        } else if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > longest) {
            throw refused(field, "must be a text of 1 to " + longest + " characters.");
        }
        return value.textValue();
    }

    private static Problem refused(String field, String why) {
        return Problem.field(ProblemCode.INVALID_BODY, field, why);
    }
}
