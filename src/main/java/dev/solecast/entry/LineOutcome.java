package dev.solecast.entry;

import dev.solecast.change.FieldChange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of importing a line of a batch.
 *
 * @param changes what the line changed of an entry that existed, by field
 * @param protectedFields the fields that were protected, because a person had set them
 * @param mistakable the names that the entry had before the line renamed it, if nothing but a slug made from names
 *     tells that the line means it; null if there is no doubt
 */
public record LineOutcome(
        Outcome outcome,
        Entry entry,
        Map<String, FieldChange> changes,
        List<String> protectedFields,
        @Nullable String mistakable) {

    /** Whether the line added the entry, updated it, or had nothing new. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    static LineOutcome created(Entry entry) {
        return new LineOutcome(Outcome.CREATED, entry, Map.of(), List.of(), null);
    }
}
