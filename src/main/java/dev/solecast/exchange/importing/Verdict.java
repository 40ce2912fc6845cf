package dev.solecast.exchange.importing;

import dev.solecast.entry.Taken;
import dev.solecast.exchange.format.Fault;
import dev.solecast.exchange.format.Line;
import java.util.List;

/** What became of a line. */
sealed interface Verdict {

    Line line();

    /**
     * It is on record now.
     *
     * @param kept the fields that stayed as an editor had set them
     */
    record Accepted(Line line, Taken.Outcome outcome, List<String> kept) implements Verdict {}

    /** It cannot be. */
    record Refused(Line line, Fault fault) implements Verdict {}

    /** It names something that is not there yet. */
    record Postponed(Line line, Fault fault) implements Verdict {

        /** It will never be. */
        Refused refused() {
            return new Refused(line, fault);
        }
    }
}
