package dev.solecast.entry;

import java.util.List;

/**
 * The outcome of importing a line of a batch.
 *
 * @param protectedFields the fields that were protected, because a person had set them
 */
public record LineOutcome(Outcome outcome, Entry entry, List<String> protectedFields) {

    /** Whether the line added the entry, updated it, or had nothing new. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }
}
