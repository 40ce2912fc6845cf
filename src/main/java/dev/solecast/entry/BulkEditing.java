package dev.solecast.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.http.Slug;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Imports entries from the lines of a file, many in one transaction ({@link Batch}), and exports them.
 *
 * @param <E> the entity
 * @param <D> its document
 */
public abstract class BulkEditing<E extends Entry, D extends Document> {

    private final Entries<E> entries;
    private final Class<D> type;
    private final EditingSupport support;

    BulkEditing(Entries<E> entries, Class<D> type, EditingSupport support) {
        this.entries = entries;
        this.type = type;
        this.support = support;
    }

    /** The document of an entry: its current content, as callers can write it. */
    protected abstract D document(E entry);

    /** The texts that a slug is made from if the document has none. */
    protected abstract List<String> slugParts(D document);

    /**
     * Adds an entry.
     *
     * @param document validated
     * @param byHand whether a person does it, whose fields are protected from imports
     */
    abstract E add(D document, Slug slug, boolean byHand);

    /** Updates an entry to a validated document; does nothing if they are equal already. */
    protected abstract E change(E entry, D document, boolean byHand);

    /** Prefetches the entries with these slugs, before any document of a batch is imported. */
    public void prefetch(Set<String> slugs) {
        entries.prefetch(slugs);
    }

    /** Whether the entry of a line exists. */
    public boolean exists(EntryLine<D> line) {
        return findMatch(line.document(), line.slug()).isPresent();
    }

    /**
     * Reads a line of a batch.
     *
     * @throws RuntimeException if it is invalid, of the same types as for the body of a request
     */
    public EntryLine<D> read(ObjectNode fields) {
        var former = DocumentMapper.slugs("formerSlugs", fields.remove("formerSlugs"));
        var history = hasHistory() ? fields.remove("history") : null;
        var document = support.documents().read(fields, type);
        var slug = document.slug() == null ? makeSlug(document) : new Slug(document.slug());
        return new EntryLine<>(document, slug, former, history);
    }

    /**
     * Adds the entry of a line, or updates it if it exists; fields that a person has set are protected.
     *
     * @param force whether to overwrite protected fields, too
     */
    public LineOutcome importLine(EntryLine<D> line, boolean force) {
        var known = findMatch(line.document(), line.slug());
        if (known.isEmpty()) {
            var added = add(line.document(), line.slug(), false);
            entries.retire(added, line.formerSlugs(), support.clock().instant());
            replayHistory(added, line.history());
            return new LineOutcome(LineOutcome.Outcome.CREATED, added, List.of());
        }
        var entry = known.get();
        entries.refuseDeleted(entry);
        var before = support.documents().tree(document(entry));
        var after = support.documents().tree(line.document()).put("slug", entry.slug());
        retainOmitted(before, after);
        var protectedFields = force ? List.<String>of() : differing(entry.editedFields(), before, after);
        protectedFields.forEach(field -> after.set(field, before.get(field)));
        after.properties()
                .removeIf(field -> field.getValue() == null || field.getValue().isNull());
        var retired = entries.retire(entry, line.formerSlugs(), support.clock().instant());
        var advanced = replayHistory(entry, line.history());
        if (!after.equals(before)) {
            change(entry, support.documents().read(after, type), false);
        } else if (!retired && !advanced) {
            return new LineOutcome(LineOutcome.Outcome.UNCHANGED, entry, protectedFields);
        }
        return new LineOutcome(LineOutcome.Outcome.UPDATED, entry, protectedFields);
    }

    /** Whether the lines of this type may have a {@code history}. */
    protected boolean hasHistory() {
        return false;
    }

    /**
     * Applies the part of a line's history that is not on record yet to an entry of a batch.
     *
     * @return whether there was any
     */
    protected boolean replayHistory(E entry, @Nullable JsonNode history) {
        return false;
    }

    /** The existing entry that a line of a batch describes; empty if it is new. */
    protected Optional<E> findMatch(D document, Slug slug) {
        return entries.findBySlug(slug.text());
    }

    /** Copies fields that the line leaves out, and must not clear, from before to after. */
    protected void retainOmitted(ObjectNode before, ObjectNode after) {}

    private static List<String> differing(List<String> fields, ObjectNode before, ObjectNode after) {
        var differences = DocumentMapper.differences(before, after).keySet();
        return fields.stream().filter(differences::contains).toList();
    }

    protected final Slug makeSlug(D document) {
        return Slug.of(slugParts(document))
                .orElseThrow(() -> Problem.field(
                        ProblemCode.INVALID_BODY,
                        "slug",
                        "cannot be made from the name, which has no Latin letters or digits; give one."));
    }
}
