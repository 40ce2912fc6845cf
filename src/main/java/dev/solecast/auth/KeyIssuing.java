package dev.solecast.auth;

import dev.solecast.http.Actor;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** Gives keys out, and takes them back. */
@ApplicationScoped
@Transactional
class KeyIssuing {

    private static final Logger LOG = Logger.getLogger(KeyIssuing.class);

    /** A new key; its text is known to nobody else. */
    record Issued(ApiKey key, KeyText text) {}

    private final Keys keys;
    private final Actor actor;
    private final Clock clock;

    KeyIssuing(Keys keys, Actor actor, Clock clock) {
        this.keys = keys;
        this.actor = actor;
        this.clock = clock;
    }

    Issued issue(NewKey given) {
        require(given);
        var text = KeyText.random();
        var key = new ApiKey(
                text,
                given.name(),
                given.role(),
                Boolean.TRUE.equals(given.trusted()),
                List.copyOf(given.origins()),
                given.expiresAt(),
                clock.instant());
        keys.persistAndFlush(key);
        LOG.infof("%s has issued the key %s, \"%s\", of the role %s", actor.name(), key.id(), key.name(), key.role());
        return new Issued(key, text);
    }

    private void require(NewKey given) {
        var expiresAt = given.expiresAt();
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw refused("expiresAt", expiresAt + " is over; leave it out for a key that never expires.");
        }
        if (Boolean.TRUE.equals(given.trusted()) && given.role() != Role.CONTRIBUTOR) {
            throw refused(
                    "trusted", "is for contributors; the role " + given.role().word() + " has no use for it.");
        }
        if (given.name().equalsIgnoreCase(Caller.SERVICE)) {
            throw refused("name", "is what the service calls itself; choose another.");
        }
        keys.lockNames();
        if (keys.isTaken(given.name())) {
            throw Problem.field(
                    ProblemCode.CONFLICT,
                    "name",
                    "there is a key of this name, or was: the log of changes needs them to be told apart. Choose"
                            + " another.");
        }
    }

    private static Problem refused(String field, String why) {
        return Problem.field(ProblemCode.INVALID_BODY, field, why);
    }

    /** Ends a key for good; on this node at once, on the others within a second. */
    void revoke(String id) {
        var key = keys.get(id);
        if (key.revokedAt() == null) {
            key.revoke(clock.instant());
            keys.flush();
            LOG.infof("%s has revoked the key %s, \"%s\"", actor.name(), key.id(), key.name());
        }
    }
}
