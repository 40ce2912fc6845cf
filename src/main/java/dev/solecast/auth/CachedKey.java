package dev.solecast.auth;

import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A copy of an {@link ApiKey} for the authentication of requests. */
record CachedKey(
        String id,
        String secretHash,
        String name,
        Role role,
        boolean trusted,
        List<String> origins,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    /** The name of the attribute of a security identity that holds its key. */
    static final String ATTRIBUTE = "solecast.key";

    static CachedKey of(ApiKey key) {
        return new CachedKey(
                key.id(),
                key.secretHash(),
                key.name(),
                key.role(),
                key.trusted(),
                List.copyOf(key.origins()),
                key.expiresAt(),
                key.revokedAt());
    }

    /** Throws a problem with the reason if the key is revoked or expired. Only the holder of the key may see it. */
    void requireInForce(Instant now) {
        if (revokedAt != null) {
            throw Problem.of(
                    ProblemCode.INVALID_KEY,
                    "This key, \"" + name + "\", was revoked at " + revokedAt + ". Ask an admin for another.");
        }
        if (expiresAt != null && !now.isBefore(expiresAt)) {
            throw Problem.of(
                    ProblemCode.INVALID_KEY,
                    "This key, \"" + name + "\", expired at " + expiresAt + ". Ask an admin for another.");
        }
    }

    @Override
    public String toString() {
        return name + " (" + id + ")";
    }
}
