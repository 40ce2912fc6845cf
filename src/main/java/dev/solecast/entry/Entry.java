package dev.solecast.entry;

import dev.solecast.cache.DependencyTracker;
import dev.solecast.change.EntityRef;
import dev.solecast.change.EntryType;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An entity with its own address: a slug, a version, and the times of its creation, last change and deletion. */
@MappedSuperclass
public abstract class Entry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(columnDefinition = "slug")
    private String slug;

    @Version
    private int version;

    @SuppressWarnings("UnusedVariable") // for people who look into the database
    private Instant createdAt;

    // Changes alone only with derived data, which must not make an editor's save fail.
    @OptimisticLock(excluded = true)
    private Instant updatedAt;

    private @Nullable Instant deletedAt;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @OptimisticLock(excluded = true)
    private List<String> editedFields;

    @SuppressWarnings("NullAway.Init")
    protected Entry() {}

    protected Entry(String slug, Instant now) {
        this.slug = slug;
        this.createdAt = now;
        this.updatedAt = now;
        this.editedFields = List.of();
    }

    @PostLoad
    void recordRead() {
        DependencyTracker.recordRead(type(), id(), slug);
    }

    /** The type of entry. */
    public abstract EntryType type();

    /** The entries that it belongs to, directly or indirectly. */
    public abstract Stream<? extends Entry> belongsTo();

    /** The reference to it in the log, with the tags of all entries that it belongs to. */
    public EntityRef entityRef() {
        var tags = Stream.concat(Stream.of(this), belongsTo()).map(Entry::tag).distinct();
        return new EntityRef(type(), id(), slug, version, tags.toList());
    }

    /** Its name in the log, independent of its slug. */
    public String tag() {
        return type().tag(id());
    }

    /** The database id, unique within its table; never shown to callers. */
    public long id() {
        if (id == null) {
            throw new IllegalStateException("Not yet stored: " + slug);
        }
        return id;
    }

    /** The name in its address. */
    public String slug() {
        return slug;
    }

    /** The version, which starts at 0 and rises with every change by an editor. */
    public int version() {
        return version;
    }

    /** The JSON names of fields that a person has set, which are protected from imports. */
    public List<String> editedFields() {
        return editedFields;
    }

    /** Records that a person has set these fields. */
    public void markEdited(Collection<String> fields) {
        editedFields = Stream.concat(editedFields.stream(), fields.stream())
                .distinct()
                .sorted()
                .toList();
    }

    void rename(String slug, Instant now) {
        this.slug = slug;
        markUpdated(now);
    }

    void delete(Instant now) {
        deletedAt = now;
        markUpdated(now);
    }

    /** The time of the last change to any part of it. */
    public Instant updatedAt() {
        return updatedAt;
    }

    /** Whether it was deleted; its address then answers 410. */
    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** Sets the time of the last change; every method that changes visible content must call it. */
    protected void markUpdated(Instant now) {
        updatedAt = now;
    }
}
