package dev.solecast.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.change.FieldChange;
import dev.solecast.http.Slug;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

    /** Whether an entry has or had this slug. */
    public boolean exists(String slug) {
        return entries.findBySlug(slug).isPresent();
    }

    /**
     * Reads a line of a batch. A line that has a slug may leave out what its entry, if there is one, has already.
     *
     * @throws RuntimeException if it is invalid, of the same types as for the body of a request
     */
    public EntryLine<D> read(ObjectNode fields) {
        var former = DocumentMapper.slugs("formerSlugs", fields.remove("formerSlugs"));
        var history = hasHistory() ? fields.remove("history") : null;
        if (fields.path("slug").isNull()) {
            fields.remove("slug");
        }
        var document = support.documents().parsed(fields, type);
        if (document.slug() == null || !Slug.isValid(document.slug())) {
            support.documents().validated(document);
        }
        var slug = document.slug() == null ? makeSlug(document) : new Slug(document.slug());
        return new EntryLine<>(fields, document, slug, former, history);
    }

    /**
     * Adds the entry of a line, or updates it if it exists: what the line leaves out stays, and so do fields that a
     * person has set. Whatever can be wrong with the line is found before anything is written.
     *
     * @param force whether to overwrite protected fields, too
     */
    public LineOutcome importLine(EntryLine<D> line, boolean force, LineCheck check) {
        var known = findMatch(line.document(), line.slug());
        return known.isPresent() ? update(known.get(), line, force, check) : create(line);
    }

    private LineOutcome create(EntryLine<D> line) {
        support.documents().validated(line.document());
        entries.refuseFormerSlugs(null, line.formerSlugs());
        var beside = beside(null, line, field -> false);
        var added = add(withoutBeside(line.document()), slugToAdd(line.document(), line.slug()), false);
        entries.retire(added, line.formerSlugs(), support.clock().instant());
        beside.work().accept(added);
        return LineOutcome.created(added);
    }

    private LineOutcome update(E entry, EntryLine<D> line, boolean force, LineCheck check) {
        entries.refuseDeleted(entry);
        var current = document(entry);
        var before = support.documents().tree(current);
        var after = merged(before, line);
        dropDependents(before, after);
        Predicate<String> isProtected = field -> !force && entry.editedFields().contains(field);
        var protectedFields = new ArrayList<>(DocumentMapper.differences(before, after).keySet().stream()
                .filter(isProtected)
                .toList());
        protectedFields.forEach(field -> restore(field, before, after));
        var beside = beside(entry, line, isProtected);
        protectedFields.addAll(beside.protectedFields());
        var changes = new LinkedHashMap<>(DocumentMapper.differences(before, after));
        changes.putAll(beside.changes());
        entries.refuseFormerSlugs(entry, line.formerSlugs());
        if (!changes.isEmpty()) {
            check.check(entry, changes.keySet());
        }
        if (!beside.changes().isEmpty()) {
            support.documents().read(withBeside(after, line), type);
        }
        if (!after.equals(before)) {
            change(entry, support.documents().read(after, type), false);
        }
        var retired = entries.retire(entry, line.formerSlugs(), support.clock().instant());
        beside.work().accept(entry);
        var outcome = changes.isEmpty() && !retired ? LineOutcome.Outcome.UNCHANGED : LineOutcome.Outcome.UPDATED;
        return new LineOutcome(outcome, entry, changes, protectedFields, mistakable(entry, line, current, changes));
    }

    /** The document with the fields that the line names; references by former slugs are by present ones. */
    private ObjectNode merged(ObjectNode before, EntryLine<D> line) {
        var said = support.documents().tree(line.document());
        ObjectNode after = before.deepCopy();
        for (var field : line.fields().properties()) {
            var name = field.getKey();
            if (name.equals("slug") || besideFields().contains(name)) {
                continue;
            }
            if (said.has(name)) {
                after.set(name, support.references().canonical(name, said.get(name), before.get(name)));
            } else {
                after.remove(name);
            }
        }
        return after;
    }

    /** The document with what the line says of the fields that {@link #beside} covers, too. */
    private ObjectNode withBeside(ObjectNode document, EntryLine<D> line) {
        var said = support.documents().tree(line.document());
        said.retain(besideFields());
        ObjectNode whole = document.deepCopy();
        return whole.setAll(said);
    }

    private static void restore(String field, ObjectNode before, ObjectNode after) {
        if (before.has(field)) {
            after.set(field, before.get(field));
        } else {
            after.remove(field);
        }
    }

    private @Nullable String mistakable(E entry, EntryLine<D> line, D before, Map<String, FieldChange> changes) {
        var isFoundByName = line.isSlugMade() && entry.slug().equals(line.slug().text()) && !changes.isEmpty();
        return isFoundByName && !slugParts(before).equals(slugParts(line.document()))
                ? String.join(", ", slugParts(before))
                : null;
    }

    /** Whether the lines of this type may have a {@code history}. */
    protected boolean hasHistory() {
        return false;
    }

    /**
     * The requests of a line beside its document.
     *
     * @param changes the fields that it changes
     * @param protectedFields the fields that it would change if they were not protected
     * @param work carries it out, once the entry is written; must not fail
     */
    public record Beside<E>(Map<String, FieldChange> changes, List<String> protectedFields, Consumer<E> work) {

        /** Nothing. */
        public static <E> Beside<E> none() {
            return new Beside<>(Map.of(), List.of(), entry -> {});
        }
    }

    /**
     * Checks what a line asks for beside its document.
     *
     * @param entry null if the line adds it
     * @throws Problem if it cannot be carried out
     */
    protected Beside<E> beside(@Nullable E entry, EntryLine<D> line, Predicate<String> isProtected) {
        return Beside.none();
    }

    /** The fields of the document that {@link #beside} covers. */
    protected Set<String> besideFields() {
        return Set.of();
    }

    /** The document of a new entry without those fields. */
    protected D withoutBeside(D document) {
        return document;
    }

    /** The slugs by which the entry of a line, and its conflicts, are found. */
    public Stream<Slug> slugsToLookUp(EntryLine<D> line) {
        return Stream.concat(Stream.of(line.slug()), line.formerSlugs().stream());
    }

    /** The existing entry that a line of a batch describes; empty if it is new. */
    protected Optional<E> findMatch(D document, Slug slug) {
        return entries.findBySlug(slug.text());
    }

    /**
     * The slug under which a new entry is added.
     *
     * @param slug from the document, or made from its names
     */
    protected Slug slugToAdd(D document, Slug slug) {
        return slug;
    }

    /**
     * Takes fields away that mean nothing without another one that has just been removed or changed.
     *
     * @param before what is stored
     * @param after what is to be stored; changed here
     */
    protected void dropDependents(ObjectNode before, ObjectNode after) {}

    protected final Slug makeSlug(D document) {
        return Slug.of(slugParts(document))
                .orElseThrow(() -> Problem.field(
                        ProblemCode.INVALID_BODY,
                        "slug",
                        "cannot be made from the name, which has no Latin letters or digits; give one."));
    }
}
