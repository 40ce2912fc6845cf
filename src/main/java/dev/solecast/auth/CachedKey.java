package dev.solecast.auth;

import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a key while requests are made with it. */
record CachedKey(
        String id,
        String secretHash,
        String name,
        Role role,
        boolean trusted,
        List<String> origins,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    /** The attribute of an identity that holds its key. */
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

    /** A problem that says why, if it is over. Only its holder may be told. */
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
