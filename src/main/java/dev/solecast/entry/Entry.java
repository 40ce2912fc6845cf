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

/** Anything that has an address of its own: a slug, a version, and the times it was made, changed and deleted. */
@MappedSuperclass
public abstract class Entry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(columnDefinition = "slug")
    private String slug;

    @Version
    private int version;

    @SuppressWarnings("UnusedVariable") // for those who look into the database
    private Instant createdAt;

    // Never changes alone but when only what is derived does, which fails nobody's save.
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
    void noteReading() {
        DependencyTracker.read(type(), id(), slug);
    }

    /** What kind of entry it is. */
    public abstract EntryType type();

    /** What it belongs to, directly or not. */
    public abstract Stream<? extends Entry> belongsTo();

    /** As the log names it and all that it belongs to. */
    public EntityRef subject() {
        var about = Stream.concat(Stream.of(this), belongsTo()).map(Entry::tag).distinct();
        return new EntityRef(type(), id(), slug, version, about.toList());
    }

    /** As the log names it, whatever its slug. */
    public String tag() {
        return type().tag(id());
    }

    /** Unique within its table; never shown to callers. */
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

    /** Rises with every change that an editor makes; from 0. */
    public int version() {
        return version;
    }

    /** The fields, by their public names, that a person has set and no import overwrites unasked. */
    public List<String> editedFields() {
        return editedFields;
    }

    /** Notes that a person has set these fields. */
    public void edited(Collection<String> fields) {
        editedFields = Stream.concat(editedFields.stream(), fields.stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Takes another slug. */
    void rename(String slug, Instant now) {
        this.slug = slug;
        changedAt(now);
    }

    void delete(Instant now) {
        deletedAt = now;
        changedAt(now);
    }

    /** When any of it last changed. */
    public Instant updatedAt() {
        return updatedAt;
    }

    /** Whether it was deleted; its address then answers 410. */
    public boolean deleted() {
        return deletedAt != null;
    }

    /** To be called by every verb that changes something a caller can see. */
    protected void changedAt(Instant now) {
        updatedAt = now;
    }
}
