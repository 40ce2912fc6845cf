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

/** An issued API key; of its secret only the hash is stored. */
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

    // Written only by KeyUsage, past this entity.
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

    /** Whether submissions made with this key are accepted without review. */
    boolean trusted() {
        return trusted;
    }

    /** The web origins whose pages may use this key. */
    List<String> origins() {
        return origins;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** The instant of expiry; null if the key never expires. */
    @Nullable
    Instant expiresAt() {
        return expiresAt;
    }

    /** The instant of the last use, recorded once a minute; null if the key was never used. */
    @Nullable
    Instant lastUsedAt() {
        return lastUsedAt;
    }

    /** The instant of revocation; null while the key is not revoked. */
    @Nullable
    Instant revokedAt() {
        return revokedAt;
    }

    /** Revokes this key for good; has no effect on a key that is already revoked. */
    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }
}
