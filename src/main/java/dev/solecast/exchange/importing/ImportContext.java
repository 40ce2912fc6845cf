package dev.solecast.exchange.importing;

import dev.solecast.entry.LineOutcome;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** State that the chunks of one import share. */
final class ImportContext {

    private final boolean force;
    private final LineMentions mentions = new LineMentions();
    private final Map<String, Long> rumorIds = new ConcurrentHashMap<>();
    private final Map<Long, LineOutcome.Outcome> partialOutcomes = new ConcurrentHashMap<>();

    /**
     * @param force whether to overwrite fields that editors have set
     */
    ImportContext(boolean force) {
        this.force = force;
    }

    boolean force() {
        return force;
    }

    /** The entries that lines of the file have described. */
    LineMentions mentions() {
        return mentions;
    }

    /** The database ids of the rumors, by the ids that lines of the file give them. */
    Map<String, Long> rumorIds() {
        return rumorIds;
    }

    /** The outcomes of lines that were imported without their missing references, by line number. */
    Map<Long, LineOutcome.Outcome> partialOutcomes() {
        return partialOutcomes;
    }
}
