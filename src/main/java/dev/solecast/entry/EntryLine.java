package dev.solecast.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.solecast.http.Slug;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a batch, which describes one entry.
 *
 * @param slug from the document, or made from the names
 * @param formerSlugs further slugs that shall lead to it
 * @param history the history of its status; null if the line has none
 */
public record EntryLine<D extends Document>(
        D document,
        Slug slug,
        List<Slug> formerSlugs,
        @Nullable JsonNode history) {}
