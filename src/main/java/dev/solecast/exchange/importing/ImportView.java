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
 * An import as shown to callers.
 *
 * @param lines the lines that have a result; postponed lines are counted when they have one
 * @param kept the number of fields that were left as editors had set them
 * @param problem the reason why it did not get to the end of the file; null if it did, or still runs
 * @param findings the first findings, in the order in which they were found; what a dry run would change comes last
 * @param totalFindings the number of all findings, those included that are beyond the most that are stored
 * @param allFindings the address of all findings
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

        @Schema(description = "The first 100 of them; more are at allFindings.")
        List<FindingView> findings,

        @Schema(description = "How many there are. Of more than 10,000 of a kind not all are stored.", examples = "1")
        long totalFindings,

        @Schema(examples = "/v1/imports/12/findings") String allFindings)
        implements MustRevalidate {

    /** The problem to answer for an import that failed; its errors name the lines at fault. */
    Problem problem(ProblemCode code) {
        var errors = new LinkedHashMap<String, String>();
        for (var finding : findings) {
            var location = "line " + finding.line() + (finding.field() == null ? "" : ": " + finding.field());
            errors.putIfAbsent(location, finding.reason());
        }
        return Problem.fields(
                code, problem + " " + "/v1/imports/" + id + " tells how far it got, and what was refused.", errors);
    }

    static ImportView of(Import stored, List<ImportFinding> findings, Instant now) {
        var state = stored.state(now);
        return new ImportView(
                stored.id(),
                state,
                stored.dryRun(),
                stored.atomic(),
                stored.force(),
                stored.startedAt(),
                stored.endedAt(),
                stored.lines(),
                stored.created(),
                stored.updated(),
                stored.unchanged(),
                stored.refused(),
                stored.kept(),
                state == ImportState.BROKEN && stored.problem() == null
                        ? "The service ended while it worked on this. Send the file again; what is there stays as it is."
                        : stored.problem(),
                findings.stream().map(ImportFinding::view).toList(),
                stored.findings(),
                "/v1/imports/" + stored.id() + "/findings");
    }
}
