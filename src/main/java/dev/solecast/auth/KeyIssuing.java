package dev.solecast.auth;

import dev.solecast.http.Actor;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** Issues and revokes keys. */
@ApplicationScoped
@Transactional
class KeyIssuing {

    private static final Logger LOG = Logger.getLogger(KeyIssuing.class);

    /** A new key and its full text, which is not stored anywhere. */
    record Issued(ApiKey key, KeyText text) {}

    private final Keys keys;
    private final Actor actor;
    private final Clock clock;

    KeyIssuing(Keys keys, Actor actor, Clock clock) {
        this.keys = keys;
        this.actor = actor;
        this.clock = clock;
    }

    Issued issue(NewKey request) {
        requireValid(request);
        var text = KeyText.random();
        var key = new ApiKey(
                text,
                request.name(),
                request.role(),
                Boolean.TRUE.equals(request.trusted()),
                List.copyOf(request.origins()),
                request.expiresAt(),
                clock.instant());
        keys.persistAndFlush(key);
        LOG.infof("%s has issued the key %s, \"%s\", of the role %s", actor.name(), key.id(), key.name(), key.role());
        return new Issued(key, text);
    }

    private void requireValid(NewKey request) {
        var expiresAt = request.expiresAt();
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw invalid("expiresAt", expiresAt + " is over; leave it out for a key that never expires.");
        }
        if (Boolean.TRUE.equals(request.trusted()) && request.role() != Role.CONTRIBUTOR) {
            throw invalid(
                    "trusted", "is for contributors; the role " + request.role().wireName() + " has no use for it.");
        }
        if (request.name().equalsIgnoreCase(Caller.SERVICE)) {
            throw invalid("name", "is what the service calls itself; choose another.");
        }
        keys.lockNames();
        if (keys.isTaken(request.name())) {
            throw Problem.field(
                    ProblemCode.CONFLICT,
                    "name",
                    "there is a key of this name, or was: the log of changes needs them to be told apart. Choose"
                            + " another.");
        }
    }

    private static Problem invalid(String field, String why) {
        return Problem.field(ProblemCode.INVALID_BODY, field, why);
    }

    /** Revokes a key for good; other nodes refuse it within a second. */
    void revoke(String id) {
        var key = keys.get(id);
        if (key.revokedAt() == null) {
            key.revoke(clock.instant());
            keys.flush();
            LOG.infof("%s has revoked the key %s, \"%s\"", actor.name(), key.id(), key.name());
        }
    }
}
