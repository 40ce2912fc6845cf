package dev.solecast.entry;

import dev.solecast.change.ChangeLog;
import dev.solecast.change.ChangeLogReader;
import dev.solecast.change.Redactions;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The services that every {@link Editing} uses. */
@Singleton
public class EditingSupport {

    private final DocumentMapper documents;
    private final ChangeLog log;
    private final ChangeLogReader changes;
    private final Redactions redactions;
    private final Batch batch;
    private final References references;
    private final Clock clock;

    EditingSupport(
            DocumentMapper documents,
            ChangeLog log,
            ChangeLogReader changes,
            Redactions redactions,
            Batch batch,
            References references,
            Clock clock) {
        this.documents = documents;
        this.log = log;
        this.changes = changes;
        this.redactions = redactions;
        this.batch = batch;
        this.references = references;
        this.clock = clock;
    }

    DocumentMapper documents() {
        return documents;
    }

    ChangeLog log() {
        return log;
    }

    Redactions redactions() {
        return redactions;
    }

    Batch batch() {
        return batch;
    }

    References references() {
        return references;
    }

    Clock clock() {
        return clock;
    }

    /** The problem of a write based on an older version; it lists the changes since that version. */
    Problem changedSince(Entry entry, int version) {
        return Problem.fields(
                ProblemCode.PRECONDITION_FAILED,
                "\"%s\" is at version %d, and If-Match names version %d. errors lists what changed since; read it again."
                        .formatted(entry.slug(), entry.version(), version),
                changes.describeChangesSince(entry.type(), entry.id(), version));
    }
}
