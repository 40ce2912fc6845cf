package dev.solecast.exchange.importing;

import dev.solecast.entry.LineOutcome;
import dev.solecast.exchange.format.ImportLine;
import dev.solecast.exchange.format.LineProblem;
import java.util.List;

/** What became of a line. */
sealed interface LineResult {

    ImportLine line();

    /**
     * It is on record now.
     *
     * @param kept the fields that stayed as an editor had set them
     */
    record Accepted(ImportLine line, LineOutcome.Outcome outcome, List<String> kept) implements LineResult {}

    /** It cannot be. */
    record Refused(ImportLine line, LineProblem fault) implements LineResult {}

    /** It names something that is not there yet. */
    record Postponed(ImportLine line, LineProblem fault) implements LineResult {

        /** It will never be. */
        Refused refused() {
            return new Refused(line, fault);
        }
    }
}
