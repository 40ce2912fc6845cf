package dev.solecast.exchange.importing;

import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.http.response.MustRevalidate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file.
 *
 * @param lines those that are done with; what names something that is still to come waits for it
 * @param kept how many fields were left as editors had set them
 * @param problem why it did not get to its end; null if it did, or is not there yet
 * @param findings the first of them, in the order in which they were found
 * @param allFindings the address of all
 */
@Schema(name = "Import")
public record ImportView(
        @Schema(examples = "12") long id,
        ImportState state,
        boolean dryRun,
        boolean atomic,
        boolean force,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Schema(examples = "13") long lines,
        @Schema(examples = "9") long created,
        @Schema(examples = "2") long updated,
        @Schema(examples = "1") long unchanged,
        @Schema(examples = "1") long refused,
        @Schema(examples = "0") long kept,
        @Nullable String problem,

        @Schema(description = "The first of them; all are at allFindings.")
        List<FindingView> findings,

        @Schema(examples = "/v1/imports/12/findings") String allFindings)
        implements MustRevalidate {

    /** What to answer whoever sent a file that did not get to its end; it names the lines that are to blame. */
    Problem problem(ProblemCode code) {
        var errors = new LinkedHashMap<String, String>();
        for (var finding : findings) {
            var at = "line " + finding.line() + (finding.field() == null ? "" : ": " + finding.field());
            errors.putIfAbsent(at, finding.reason());
        }
        return Problem.fields(
                code, problem + " " + "/v1/imports/" + id + " tells how far it got, and what was refused.", errors);
    }

    static ImportView of(Import given, List<ImportFinding> findings, Instant now) {
        var state = given.state(now);
        return new ImportView(
                given.id(),
                state,
                given.dryRun(),
                given.atomic(),
                given.force(),
                given.startedAt(),
                given.endedAt(),
                given.lines(),
                given.created(),
                given.updated(),
                given.unchanged(),
                given.refused(),
                given.kept(),
                state == ImportState.BROKEN && given.problem() == null
                        ? "The service ended while it worked on this. Send the file again; what is there stays as it is."
                        : given.problem(),
                findings.stream().map(ImportFinding::view).toList(),
                "/v1/imports/" + given.id() + "/findings");
    }
}
