package dev.solecast.entry;

import java.util.List;

/**
 * What became of a line of a batch.
 *
 * @param kept the fields that were left as a person had set them
 */
public record LineOutcome(Outcome outcome, Entry entry, List<String> kept) {

    /** Whether it said anything new. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }
}
