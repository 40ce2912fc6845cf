package dev.solecast.change;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A logged change, written by {@link ChangeLog}. */
@Entity
@Immutable
public class Change {

    @Id
    private long place;

    private Instant at;
    private String actor;
    private String type;

    private long entryId;

    @Column(columnDefinition = "slug")
    private String slug;

    private int version;
    private String kind;

    @JdbcTypeCode(SqlTypes.JSON)
    private String fields;

    private @Nullable Long rumorId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> about;

    @SuppressWarnings("NullAway.Init")
    protected Change() {}

    /** The sequence number of the change in the log. */
    public long sequence() {
        return place;
    }

    long entryId() {
        return entryId;
    }

    Instant at() {
        return at;
    }

    JsonText fields() {
        return new JsonText(fields);
    }

    /** In characters. */
    int length() {
        return fields.length();
    }

    /** The tags of all entries that the change is about. */
    public List<String> about() {
        return about;
    }

    /**
     * The change as callers see it.
     *
     * @param withActor whether the caller may see who made it
     */
    public ChangeView view(boolean withActor) {
        return new ChangeView(place, at, type, slug, version, kind, fields(), rumorId, withActor ? actor : null);
    }
}
