package dev.solecast.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.http.Slug;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a batch, which describes one entry.
 *
 * @param fields those of the document that the line names; null empties one, and one that is left out stays
 * @param document the same as a document, which is validated only when its entry is written
 * @param slug from the document, or made from the names
 * @param formerSlugs further slugs that shall lead to it
 * @param history the history of its status; null if the line has none
 */
public record EntryLine<D extends Document>(
        ObjectNode fields,
        D document,
        Slug slug,
        List<Slug> formerSlugs,
        @Nullable JsonNode history) {

    /** Whether the slug is made from the names. */
    boolean isSlugMade() {
        return document.slug() == null;
    }
}
