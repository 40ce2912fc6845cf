package dev.solecast.exchange.importing;

import dev.solecast.change.FieldChange;
import dev.solecast.entry.LineOutcome;
import dev.solecast.exchange.format.ImportLine;
import dev.solecast.exchange.format.LineProblem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result of importing a line. */
sealed interface LineResult {

    ImportLine line();

    /**
     * The line is imported.
     *
     * @param changes what it changed of an entry that existed, by field
     * @param protectedFields the fields that were left as an editor had set them
     * @param doubt the reason to look at it once more; null if there is none
     */
    record Accepted(
            ImportLine line,
            LineOutcome.Outcome outcome,
            Map<String, FieldChange> changes,
            List<String> protectedFields,
            @Nullable Doubt doubt)
            implements LineResult {

        /** An imported rumor. */
        static Accepted rumor(ImportLine line, LineOutcome.Outcome outcome) {
            return new Accepted(line, outcome, Map.of(), List.of(), null);
        }

        static Accepted entry(ImportLine line, LineOutcome outcome) {
            var doubt = outcome.mistakable() == null
                    ? null
                    : new Doubt(
                            FindingKind.MATCHED,
                            new LineProblem(
                                    "slug",
                                    "the one made of its names is that of \""
                                            + outcome.entry().slug() + "\" ("
                                            + outcome.mistakable()
                                            + "), which was changed. If it is another, give it a slug of its own."));
            return new Accepted(line, outcome.outcome(), outcome.changes(), outcome.protectedFields(), doubt);
        }
    }

    /** A finding about a line that is imported. */
    record Doubt(FindingKind kind, LineProblem problem) {}

    /** The line is not imported, for a reason of its own. */
    record Refused(ImportLine line, LineProblem problem) implements LineResult {}

    /** The line refers to something that is missing, and that a later line may add. */
    record Postponed(ImportLine line, LineProblem problem) implements LineResult {

        /** The same problem as a final result. */
        Refused toRefused() {
            return new Refused(line, problem);
        }

        /** The final result of a line that is imported without its missing references. */
        Accepted toIncomplete(LineOutcome.Outcome outcome) {
            return new Accepted(line, outcome, Map.of(), List.of(), new Doubt(FindingKind.INCOMPLETE, problem));
        }
    }
}
