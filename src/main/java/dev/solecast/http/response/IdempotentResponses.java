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

/** The answers to requests that named themselves, kept for {@link #KEPT}. */
@ApplicationScoped
class IdempotentResponses {

    static final Duration KEPT = Duration.ofHours(24);

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
     * The answer given before, if there is one. Until the transaction ends nobody else can begin the same request: who
     * tries is told so (409), and who means another request by the same key too (422).
     */
    Optional<IdempotentResponse> begin(String key, byte[] fingerprint) {
        var mine = (Boolean) database.createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended(:actor || ' ' || :key, 20260101))",
                        Boolean.class)
                .setParameter("actor", actor.name())
                .setParameter("key", key)
                .getSingleResult();
        if (!mine) {
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
                .setParameter("since", clock.instant().minus(KEPT))
                .getResultStream()
                .findFirst();
        return found.map(row -> remembered((Object[]) row, fingerprint));
    }

    private IdempotentResponse remembered(Object[] row, byte[] fingerprint) {
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

    void keep(String key, byte[] fingerprint, IdempotentResponse answer) throws JsonProcessingException {
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
                .setParameter("status", answer.status())
                .setParameter("headers", json.writeValueAsString(answer.headers()))
                .setParameter("body", new TypedParameterValue<>(StandardBasicTypes.STRING, answer.body()))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    @Transactional
    void forgetOld() {
        database.createNativeQuery("delete from idempotency where created_at <= :before")
                .setParameter("before", clock.instant().minus(KEPT))
                .executeUpdate();
    }
}
