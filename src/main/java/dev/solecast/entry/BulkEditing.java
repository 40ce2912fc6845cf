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
 * Entries as the lines of a file: taken in, many in one transaction ({@link Batch}), and copied out.
 *
 * @param <E> the entity
 * @param <D> its document
 */
public abstract class BulkEditing<E extends Entry, D extends Document> {

    private final Entries<E> entries;
    private final Class<D> type;
    private final EditingSupport desk;

    BulkEditing(Entries<E> entries, Class<D> type, EditingSupport desk) {
        this.entries = entries;
        this.type = type;
        this.desk = desk;
    }

    /** All that can be written of it, as it is. */
    protected abstract D document(E entry);

    /** What a slug is made of where none is given. */
    protected abstract List<String> names(D given);

    /**
     * Adds one.
     *
     * @param given checked
     * @param byHand whether a person does it, whose words no import overwrites
     */
    abstract E add(D given, Slug slug, boolean byHand);

    /** Lets an entry say what a checked document says, and nothing happens where it does already. */
    protected abstract E change(E entry, D given, boolean byHand);

    /** The slugs in a batch that are to be known before any of its documents is taken in. */
    public void lookAhead(Set<String> slugs) {
        entries.lookAhead(slugs);
    }

    /** Whether a line of a batch speaks of one that is there. */
    public boolean knows(EntryLine<D> wanted) {
        return match(wanted.document(), wanted.slug()).isPresent();
    }

    /**
     * What a line of a batch says.
     *
     * @throws RuntimeException if it cannot be said, as for the body of a request
     */
    public EntryLine<D> read(ObjectNode fields) {
        var former = DocumentMapper.slugs("formerSlugs", fields.remove("formerSlugs"));
        var history = hasHistory() ? fields.remove("history") : null;
        var given = desk.documents().read(fields, type);
        return new EntryLine<>(given, given.slug() == null ? made(given) : new Slug(given.slug()), former, history);
    }

    /**
     * Adds what a line says, or lets the one that is there say it; fields that a person has set stay as they are.
     *
     * @param force to overwrite those too
     */
    public LineOutcome take(EntryLine<D> wanted, boolean force) {
        var known = match(wanted.document(), wanted.slug());
        if (known.isEmpty()) {
            var added = add(wanted.document(), wanted.slug(), false);
            entries.retire(added, wanted.formerSlugs(), desk.clock().instant());
            goThrough(added, wanted.history());
            return new LineOutcome(LineOutcome.Outcome.CREATED, added, List.of());
        }
        var entry = known.get();
        entries.refuseDeleted(entry);
        var before = desk.documents().tree(document(entry));
        var after = desk.documents().tree(wanted.document()).put("slug", entry.slug());
        keep(before, after);
        var kept = force ? List.<String>of() : differing(entry.editedFields(), before, after);
        kept.forEach(field -> after.set(field, before.get(field)));
        after.properties()
                .removeIf(field -> field.getValue() == null || field.getValue().isNull());
        var retired = entries.retire(entry, wanted.formerSlugs(), desk.clock().instant());
        var moved = goThrough(entry, wanted.history());
        if (!after.equals(before)) {
            change(entry, desk.documents().read(after, type), false);
        } else if (!retired && !moved) {
            return new LineOutcome(LineOutcome.Outcome.UNCHANGED, entry, kept);
        }
        return new LineOutcome(LineOutcome.Outcome.UPDATED, entry, kept);
    }

    /** Whether its lines may tell what became of it. */
    protected boolean hasHistory() {
        return false;
    }

    /**
     * Lets an entry of a batch go through what a line tells that it has, and this service does not know yet.
     *
     * @return whether there was any
     */
    protected boolean goThrough(E entry, @Nullable JsonNode history) {
        return false;
    }

    /** The one that a line of a batch means; empty if it is new. */
    protected Optional<E> match(D given, Slug slug) {
        return entries.named(slug.text());
    }

    /** Lets a line not take back what it does not speak of. */
    protected void keep(ObjectNode before, ObjectNode after) {}

    private static List<String> differing(List<String> fields, ObjectNode before, ObjectNode after) {
        var differences = DocumentMapper.differences(before, after).keySet();
        return fields.stream().filter(differences::contains).toList();
    }

    /**
     * The next of those that are not deleted after a number, in the order of their numbers, each as it can be written
     * again, with its {@code formerSlugs}.
     *
     * @param after the number of the last one read before; 0 to begin
     */
    public List<ExportedEntry> copies(long after, int atMost) {
        var found = entries.after(after, atMost);
        return found.isEmpty() ? List.of() : copies(found);
    }

    /** At least one. */
    protected List<ExportedEntry> copies(List<E> found) {
        var former = entries.formerSlugs(found);
        return found.stream()
                .map(entry -> {
                    var fields = desk.documents().bare(document(entry));
                    for (var slug : former.getOrDefault(entry.id(), List.of())) {
                        fields.withArray("/formerSlugs").add(slug);
                    }
                    return new ExportedEntry(entry.id(), fields);
                })
                .toList();
    }

    protected final Slug made(D given) {
        return Slug.of(names(given))
                .orElseThrow(() -> Problem.field(
                        ProblemCode.INVALID_BODY,
                        "slug",
                        "cannot be made from the name, which has no Latin letters or digits; give one."));
    }
}
