package dev.solecast.http.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.http.Actor;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;

/** Stores the responses to requests with an {@code Idempotency-Key} for {@link #RETENTION}. */
@ApplicationScoped
class IdempotentResponses {

    static final Duration RETENTION = Duration.ofHours(24);

    private final EntityManager database;
    private final ObjectMapper json;
    private final Actor actor;
    private final Clock clock;

    IdempotentResponses(EntityManager database, ObjectMapper json, Actor actor, Clock clock) {
        this.database = database;
        this.json = json;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Finds the stored response, and locks the key until the transaction ends: a concurrent request with the same key
     * gets a 409. A different request with the same key gets a 422.
     */
    Optional<IdempotentResponse> lockAndFind(String key, byte[] fingerprint) {
        var locked = (Boolean) database.createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended(:actor || ' ' || :key, 20260101))",
                        Boolean.class)
                .setParameter("actor", actor.name())
                .setParameter("key", key)
                .getSingleResult();
        if (!locked) {
            throw Problem.of(
                    ProblemCode.CONFLICT,
                    "A request with this Idempotency-Key is being carried out just now. Send it again in a moment to"
                            + " get its answer.");
        }
        var found = database.createNativeQuery("""
                        select fingerprint, status, cast(headers as text), body from idempotency
                        where actor = :actor and key = :key and created_at > :since
                        """, Object[].class)
                .setParameter("actor", actor.name())
                .setParameter("key", key)
                .setParameter("since", clock.instant().minus(RETENTION))
                .getResultStream()
                .findFirst();
        return found.map(row -> toResponse((Object[]) row, fingerprint));
    }

    private IdempotentResponse toResponse(Object[] row, byte[] fingerprint) {
        if (!Arrays.equals((byte[]) row[0], fingerprint)) {
            throw Problem.of(
                    ProblemCode.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used for another request. Take a new one for each act; send the same one"
                            + " again only to repeat a request unchanged.");
        }
        try {
            var headers = json.readValue((String) row[2], new TypeReference<Map<String, String>>() {});
            return new IdempotentResponse((Integer) row[1], headers, (String) row[3]);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A remembered answer that cannot be read", e);
        }
    }

    void store(String key, byte[] fingerprint, IdempotentResponse response) throws JsonProcessingException {
        database.createNativeQuery("""
                        insert into idempotency (actor, key, fingerprint, status, headers, body, created_at)
                        values (:actor, :key, :fingerprint, :status, cast(:headers as jsonb), :body, :now)
                        on conflict (actor, key) do update set
                            fingerprint = excluded.fingerprint, status = excluded.status, headers = excluded.headers,
                            body = excluded.body, created_at = excluded.created_at
                        """)
                .setParameter("actor", actor.name())
                .setParameter("key", key)
                .setParameter("fingerprint", fingerprint)
                .setParameter("status", response.status())
                .setParameter("headers", json.writeValueAsString(response.headers()))
                .setParameter("body", new TypedParameterValue<>(StandardBasicTypes.STRING, response.body()))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    @Transactional
    void deleteExpired() {
        database.createNativeQuery("delete from idempotency where created_at <= :before")
                .setParameter("before", clock.instant().minus(RETENTION))
                .executeUpdate();
    }
}
