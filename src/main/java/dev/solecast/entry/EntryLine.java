package dev.solecast.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.solecast.http.Slug;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one line of a batch says of an entry.
 *
 * @param slug given, or made from the names
 * @param formerSlugs those that shall lead to it, too
 * @param history what became of it, if a line tells; null if not
 */
public record EntryLine<D extends Document>(
        D document,
        Slug slug,
        List<Slug> formerSlugs,
        @Nullable JsonNode history) {}
