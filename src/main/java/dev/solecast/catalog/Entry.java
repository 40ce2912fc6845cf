package dev.solecast.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/** Anything that has an address of its own: a slug, a version, and the times it was made, changed and deleted. */
@MappedSuperclass
public abstract class Entry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
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

    @SuppressWarnings("NullAway.Init")
    protected Entry() {}

    protected Entry(String slug, Instant now) {
        this.slug = slug;
        this.createdAt = now;
        this.updatedAt = now;
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

    /** When any of it last changed. */
    public Instant updatedAt() {
        return updatedAt;
    }

    /** Whether it was deleted; its address then answers 410. */
    boolean deleted() {
        return deletedAt != null;
    }

    /** To be called by every verb that changes something a caller can see. */
    protected void changedAt(Instant now) {
        updatedAt = now;
    }
}
