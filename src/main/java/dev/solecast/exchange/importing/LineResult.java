package dev.solecast.exchange.importing;

import dev.solecast.entry.LineOutcome;
import dev.solecast.exchange.format.ImportLine;
import dev.solecast.exchange.format.LineProblem;
import java.util.List;

/** The result of importing a line. */
sealed interface LineResult {

    ImportLine line();

    /**
     * The line is imported.
     *
     * @param protectedFields the fields that were left as an editor had set them
     */
    record Accepted(ImportLine line, LineOutcome.Outcome outcome, List<String> protectedFields) implements LineResult {}

    /** The line is not imported, for a reason of its own. */
    record Refused(ImportLine line, LineProblem problem) implements LineResult {}

    /** The line refers to something that is missing, and that a later line may add. */
    record Postponed(ImportLine line, LineProblem problem) implements LineResult {

        /** The same problem as a final result. */
        Refused toRefused() {
            return new Refused(line, problem);
        }
    }
}
