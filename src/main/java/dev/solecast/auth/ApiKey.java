package dev.solecast.auth;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A key that was given to somebody; of its secret the service knows only the hash. */
@Entity
class ApiKey {

    @Id
    private String id;

    @Version
    private int version;

    @Column(updatable = false)
    private String secretHash;

    private String name;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean trusted;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> origins;

    private Instant createdAt;
    private @Nullable Instant expiresAt;

    // Written by LastUses alone, past this entity.
    @Column(insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway.Init")
    protected ApiKey() {}

    ApiKey(
            KeyText text,
            String name,
            Role role,
            boolean trusted,
            List<String> origins,
            @Nullable Instant expiresAt,
            Instant now) {
        this.id = text.id();
        this.secretHash = text.hash();
        this.name = name;
        this.role = role;
        this.trusted = trusted;
        this.origins = origins;
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    String id() {
        return id;
    }

    String secretHash() {
        return secretHash;
    }

    String name() {
        return name;
    }

    Role role() {
        return role;
    }

    /** Whether what its holder sends in goes in without review. */
    boolean trusted() {
        return trusted;
    }

    /** The web origins from whose pages it may be used. */
    List<String> origins() {
        return origins;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Null if it never expires. */
    @Nullable
    Instant expiresAt() {
        return expiresAt;
    }

    /** To the minute; null if it never was. */
    @Nullable
    Instant lastUsedAt() {
        return lastUsedAt;
    }

    /** Null while it is not. */
    @Nullable
    Instant revokedAt() {
        return revokedAt;
    }

    /** Ends it for good; once is enough. */
    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }
}
