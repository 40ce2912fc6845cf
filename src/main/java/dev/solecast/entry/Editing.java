package dev.solecast.entry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.change.ChangeKind;
import dev.solecast.change.EntryType;
import dev.solecast.change.FieldChange;
import dev.solecast.change.NewChange;
import dev.solecast.change.NewRedaction;
import dev.solecast.http.MergePatch;
import dev.solecast.http.Slug;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.http.response.IfMatch;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The writes of editors to one type of entry: add, replace, patch, rename, redact, delete. Each is one transaction and
 * is recorded in the log.
 *
 * @param <E> the entity
 * @param <D> its document
 * @param <V> the view that callers get
 */
public abstract class Editing<E extends Entry, D extends Document, V> extends BulkEditing<E, D> {

    private static final ObjectNode EMPTY = JsonNodeFactory.instance.objectNode();

    private final Entries<E> entries;
    private final Class<D> type;
    private final EditingSupport support;

    protected Editing(Entries<E> entries, Class<D> type, EditingSupport support) {
        super(entries, type, support);
        this.entries = entries;
        this.type = type;
        this.support = support;
    }

    /** The type of the entries that are edited here. */
    public EntryType entryType() {
        return entries.type();
    }

    /** Creates the entity; the entries that the document refers to must exist and fit together. */
    protected abstract E create(D document, Slug slug, Instant now);

    /** Updates the entity to the content of the document. */
    protected abstract void revise(E entry, D document, Instant now);

    /** The view of an entity for callers. */
    protected abstract V view(E entry);

    /** Locks an entry that is about to be changed, if others than editors write what {@link #logged} tells of it. */
    protected void lock(E entry) {}

    /**
     * The document of an entry as the log tells it, where readers see other values of some fields.
     *
     * @param document without unknown fields
     */
    protected ObjectNode logged(E entry, ObjectNode document) {
        return document;
    }

    /** Carries out what else the document asks for, after the entry itself is stored and logged. */
    protected void afterSave(E entry, D document) {}

    /** Erases the values of redacted fields wherever else they are stored. */
    protected void afterRedaction(E entry, List<String> fields) {
        if (fields.contains("slug")) {
            support.redactions().forgetFormerSlugs(entry.entityRef());
        }
    }

    /** Cleans up after an entry was deleted and logged. */
    protected void afterDeletion(E entry) {}

    /**
     * Adds an entry.
     *
     * @throws Problem 409 if another entry has or had its slug
     */
    @Transactional
    public V add(D document) {
        support.documents().validated(document);
        return view(add(document, true));
    }

    /** Replaces the whole content of an entry; a slug that is left out stays. */
    @Transactional
    public V replace(Slug slug, @Nullable IfMatch match, D document) {
        var entry = matching(slug, match);
        return view(change(entry, support.documents().validated(document), true));
    }

    /** Changes the fields that the patch names. */
    @Transactional
    public V patch(Slug slug, @Nullable IfMatch match, MergePatch patch) {
        var entry = matching(slug, match);
        var before = tree(entry);
        var patched = patch.applyTo(before);
        dropDependents(before, patched);
        return view(change(entry, support.documents().read(patched, type), true));
    }

    /**
     * Deletes an entry; its address answers 410 from then on.
     *
     * @throws Problem 409 that names the entries that refer to it, if there are any
     */
    @Transactional
    public void delete(Slug slug, @Nullable IfMatch match) {
        var entry = matching(slug, match);
        entries.lockExclusively(entry);
        var referrers = entries.listReferrers(entry);
        if (!referrers.isEmpty()) {
            throw Problem.of(
                    ProblemCode.CONFLICT,
                    "\"" + slug + "\" cannot be deleted while others refer to it: " + String.join(", ", referrers)
                            + ". Change or delete those first.");
        }
        var before = logged(entry, tree(entry));
        entry.delete(support.clock().instant());
        entries.flush();
        log(entry, ChangeKind.DELETED, DocumentMapper.differences(before, EMPTY));
        afterDeletion(entry);
    }

    /** Erases the current and all former values of some fields. The redaction itself is logged, with its reason. */
    @Transactional
    public V redact(Slug slug, NewRedaction redaction) {
        var entry = entries.get(slug);
        lock(entry);
        var before = tree(entry);
        support.log().invalidate(entry.entityRef());
        ObjectNode redacted = before.deepCopy().without(redaction.fields());
        dropDependents(before, redacted);
        revise(
                entry,
                support.documents()
                        .without(
                                before,
                                Stream.concat(
                                                redaction.fields().stream(),
                                                before.properties().stream()
                                                        .map(Map.Entry::getKey)
                                                        .filter(field -> !redacted.has(field)))
                                        .distinct()
                                        .toList(),
                                type),
                support.clock().instant());
        entry.markEdited(redaction.fields());
        entries.flush();
        var after = logged(entry, tree(entry));
        support.redactions().allow();
        afterRedaction(entry, redaction.fields());
        for (var field : redaction.fields()) {
            support.redactions().forget(entry.entityRef(), field);
        }
        after.retain(redaction.fields());
        log(entry, ChangeKind.REDACTED, DocumentMapper.differences(EMPTY, after.put("reason", redaction.reason())));
        return view(entry);
    }

    private E matching(Slug slug, @Nullable IfMatch match) {
        var entry = entries.get(slug);
        if (!IfMatch.matches(match, entry.version()) && match != null) {
            throw support.changedSince(entry, match.oldestVersion());
        }
        return entry;
    }

    /**
     * Adds an entry.
     *
     * @param document validated
     * @param byHand whether a person does it, whose fields are protected from imports
     */
    protected E add(D document, boolean byHand) {
        return add(
                document,
                document.slug() == null ? slugToAdd(document, makeSlug(document)) : new Slug(document.slug()),
                byHand);
    }

    @Override
    final E add(D document, Slug slug, boolean byHand) {
        entries.refuseTaken(slug);
        var entry = create(document, slug, support.clock().instant());
        entries.persist(entry);
        entries.noteAdded(entry);
        flush();
        var fields = tree(entry);
        if (byHand) {
            entry.markEdited(DocumentMapper.differences(EMPTY, fields).keySet());
        }
        log(entry, ChangeKind.CREATED, DocumentMapper.differences(EMPTY, logged(entry, fields)));
        afterSave(entry, document);
        return entry;
    }

    @Override
    protected E change(E entry, D document, boolean byHand) {
        lockUnlessInBatch(entry);
        var before = tree(entry);
        var loggedBefore = logged(entry, before);
        var now = support.clock().instant();
        if (document.slug() != null && !document.slug().equals(entry.slug())) {
            entries.rename(entry, new Slug(document.slug()), now);
        }
        var after = support.documents().tree(document);
        after.put("slug", entry.slug());
        if (!after.equals(before)) {
            // Before the change, too: it may leave entries that it belonged to.
            support.log().invalidate(entry.entityRef());
            revise(entry, document, now);
            support.batch().markChanged(entry);
            flush();
            after = tree(entry);
            if (byHand) {
                entry.markEdited(DocumentMapper.differences(before, after).keySet());
            }
            var fields = DocumentMapper.differences(loggedBefore, logged(entry, after));
            if (!fields.isEmpty()) {
                log(entry, ChangeKind.UPDATED, fields);
            }
            afterSave(entry, document);
        }
        return entry;
    }

    private ObjectNode tree(E entry) {
        return support.documents().tree(document(entry));
    }

    /** Not in a batch: to read an entry anew would lose what earlier lines have changed. */
    private void lockUnlessInBatch(E entry) {
        if (!support.batch().isOpen()) {
            lock(entry);
        }
    }

    /** Flushes, except in a batch, which is flushed as a whole. */
    private void flush() {
        if (!support.batch().isOpen()) {
            entries.flush();
        }
    }

    private void log(E entry, ChangeKind kind, Map<String, FieldChange> fields) {
        if (support.batch().isOpen()) {
            support.log().addDeferred(() -> new NewChange(entry.entityRef(), kind, fields, null));
        } else {
            support.log().add(new NewChange(entry.entityRef(), kind, fields, null));
        }
    }
}
