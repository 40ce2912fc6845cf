package dev.solecast.exchange.importing;

import dev.solecast.entry.LineOutcome;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the chunks of one import know of each other. */
final class ImportContext {

    private final boolean force;
    private final Map<String, Long> numbers = new ConcurrentHashMap<>();
    private final Map<Long, LineOutcome.Outcome> partly = new ConcurrentHashMap<>();

    /**
     * @param force whether it overwrites what editors have set
     */
    ImportContext(boolean force) {
        this.force = force;
    }

    boolean force() {
        return force;
    }

    /** The numbers of the rumors that lines call by an id. */
    Map<String, Long> numbers() {
        return numbers;
    }

    /** By their numbers, the lines that are taken in but for what they name that was not there. */
    Map<Long, LineOutcome.Outcome> partly() {
        return partly;
    }
}
