package dev.solecast.entry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.solecast.change.ChangeKind;
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
import org.jspecify.annotations.Nullable;

/**
 * What editors do with every type of entry alike: add it, replace or patch it, rename it, delete it. Each is one
 * transaction and leaves its trace in the log.
 *
 * @param <E> the entity
 * @param <D> its document
 * @param <V> what callers see of it
 */
public abstract class Editing<E extends Entry, D extends Document, V> extends BulkEditing<E, D> {

    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final Entries<E> entries;
    private final Class<D> type;
    private final EditingSupport desk;

    protected Editing(Entries<E> entries, Class<D> type, EditingSupport desk) {
        super(entries, type, desk);
        this.entries = entries;
        this.type = type;
        this.desk = desk;
    }

    /** The new entity; what the document refers to must be there and fit together. */
    protected abstract E make(D given, Slug slug, Instant now);

    /** Lets the entity say what the document says. */
    protected abstract void revise(E entry, D given, Instant now);

    /** As callers see it. */
    protected abstract V view(E entry);

    /** What else the document asks for, to be done and logged after the entry itself is there. */
    protected void follow(E entry, D given) {}

    /** Forgets what these fields were wherever else it is kept. */
    protected void redacted(E entry, List<String> fields) {
        if (fields.contains("slug")) {
            desk.redactions().forgetFormerSlugs(entry.subject());
        }
    }

    /** What has to be done where one is deleted. */
    protected void forget(E entry) {}

    /**
     * Adds one, and returns it as callers see it.
     *
     * @throws Problem 409 if its slug is or was another's
     */
    @Transactional
    public V add(D given) {
        desk.documents().checked(given);
        return view(add(given, true));
    }

    /** Replaces all that can be written of it; a slug that is left out stays. */
    @Transactional
    public V replace(Slug slug, @Nullable IfMatch match, D given) {
        var entry = matching(slug, match);
        return view(change(entry, desk.documents().checked(given), true));
    }

    /** Changes what the patch names. */
    @Transactional
    public V patch(Slug slug, @Nullable IfMatch match, MergePatch patch) {
        var entry = matching(slug, match);
        var patched = patch.applyTo(desk.documents().tree(document(entry)));
        return view(change(entry, desk.documents().read(patched, type), true));
    }

    /**
     * Deletes it; its address answers 410 from now on.
     *
     * @throws Problem 409 that names what refers to it
     */
    @Transactional
    public void delete(Slug slug, @Nullable IfMatch match) {
        var entry = matching(slug, match);
        entries.lockAlone(entry);
        var referrers = entries.referrers(entry);
        if (!referrers.isEmpty()) {
            throw Problem.of(
                    ProblemCode.CONFLICT,
                    "\"" + slug + "\" cannot be deleted while others refer to it: " + String.join(", ", referrers)
                            + ". Change or delete those first.");
        }
        var before = desk.documents().tree(document(entry));
        entry.delete(desk.clock().instant());
        entries.flush();
        log(entry, ChangeKind.DELETED, DocumentMapper.differences(before, NOTHING));
        forget(entry);
    }

    /** Forgets what some fields are, and what they ever were. That this was done is logged, with the reason. */
    @Transactional
    public V redact(Slug slug, NewRedaction given) {
        var entry = entries.get(slug);
        var before = desk.documents().tree(document(entry));
        desk.log().untold(entry.subject());
        revise(
                entry,
                desk.documents().without(before, given.fields(), type),
                desk.clock().instant());
        entry.edited(given.fields());
        entries.flush();
        var after = desk.documents().tree(document(entry));
        desk.redactions().allow();
        redacted(entry, given.fields());
        for (var field : given.fields()) {
            desk.redactions().forget(entry.subject(), field);
        }
        after.retain(given.fields());
        log(entry, ChangeKind.REDACTED, DocumentMapper.differences(NOTHING, after.put("reason", given.reason())));
        return view(entry);
    }

    private E matching(Slug slug, @Nullable IfMatch match) {
        var entry = entries.get(slug);
        if (!IfMatch.names(match, entry.version()) && match != null) {
            throw desk.changedSince(entry, match.oldest());
        }
        return entry;
    }

    /**
     * Adds one.
     *
     * @param given checked
     * @param byHand whether a person does it, whose words no import overwrites
     */
    protected E add(D given, boolean byHand) {
        return add(given, given.slug() == null ? made(given) : new Slug(given.slug()), byHand);
    }

    @Override
    final E add(D given, Slug slug, boolean byHand) {
        entries.refuseTaken(slug);
        var entry = make(given, slug, desk.clock().instant());
        entries.persist(entry);
        entries.added(entry);
        flush();
        var fields = DocumentMapper.differences(NOTHING, desk.documents().tree(document(entry)));
        if (byHand) {
            entry.edited(fields.keySet());
        }
        log(entry, ChangeKind.CREATED, fields);
        follow(entry, given);
        return entry;
    }

    @Override
    protected E change(E entry, D given, boolean byHand) {
        var before = desk.documents().tree(document(entry));
        var now = desk.clock().instant();
        if (given.slug() != null && !given.slug().equals(entry.slug())) {
            entries.rename(entry, new Slug(given.slug()), now);
        }
        var wanted = desk.documents().tree(given);
        wanted.put("slug", entry.slug());
        if (!wanted.equals(before)) {
            // It may leave what it belonged to.
            desk.log().untold(entry.subject());
            revise(entry, given, now);
            desk.batch().changed(entry);
            flush();
            var fields = DocumentMapper.differences(before, desk.documents().tree(document(entry)));
            if (!fields.isEmpty()) {
                if (byHand) {
                    entry.edited(fields.keySet());
                }
                log(entry, ChangeKind.UPDATED, fields);
            }
            follow(entry, given);
        }
        return entry;
    }

    /** A batch is flushed as a whole. */
    private void flush() {
        if (!desk.batch().isOpen()) {
            entries.flush();
        }
    }

    private void log(E entry, ChangeKind kind, Map<String, FieldChange> fields) {
        if (desk.batch().isOpen()) {
            desk.log().addFlushed(() -> new NewChange(entry.subject(), kind, fields, null));
        } else {
            desk.log().add(new NewChange(entry.subject(), kind, fields, null));
        }
    }
}
