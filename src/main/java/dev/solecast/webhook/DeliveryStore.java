package dev.solecast.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Stores which node serves a webhook and how far its deliveries have come. A node holds a webhook by a lease and writes
 * only while it does, so that two nodes never both serve one. Times come from the database, whose clock all nodes
 * share.
 */
@Singleton
class DeliveryStore {

    /** The most connections that deliveries use at once; the rest of the pool is left for requests. */
    private static final int CONNECTIONS = 4;

    private static final String SET_FAILED =
            "failing_since = coalesce(failing_since, now()), last_error = cast(:error as text)";

    /** Fails deliveries that are passed over, because the filter or the place was changed, and so never tried again. */
    private static final String FAIL_PASSED = """
            update webhook_delivery set status = 'failed' from told
            where webhook_id = told.id and status = 'retrying' and place %s
            """;

    private final EntityManager database;
    private final WebhookSettings settings;
    private final Clock clock;
    private final Semaphore connections = new Semaphore(CONNECTIONS, true);
    private final String node = UUID.randomUUID().toString();

    DeliveryStore(EntityManager database, WebhookSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** Claims active webhooks that no node serves, and returns their ids. */
    @SuppressWarnings("unchecked")
    List<String> claim() {
        return inTransaction(() -> database.createNativeQuery("""
                        with claimed as (
                            update webhook
                            set leased_by = :node, leased_until = now() + make_interval(secs => :lease)
                            where id in (
                                select id from webhook
                                where state = 'active' and (leased_until is null or leased_until < now())
                                limit 1000 for update skip locked)
                            returning id
                        )
                        select id from claimed
                        """, String.class)
                .setParameter("node", node)
                .setParameter("lease", seconds(settings.lease()))
                .getResultList());
    }

    /** Extends the leases on webhooks that this node serves. */
    void renew(Collection<String> served) {
        inTransaction(() -> database.createNativeQuery("""
                        update webhook set leased_until = now() + make_interval(secs => :lease)
                        where leased_by = :node and id = any(:served)
                        """)
                .setParameter("lease", seconds(settings.lease()))
                .setParameter("node", node)
                .setParameter("served", served.toArray(String[]::new))
                .executeUpdate());
    }

    /** Returns the versions of the webhooks that this node holds, by their ids. */
    @SuppressWarnings("unchecked")
    Map<String, Integer> versions() {
        List<Tuple> rows = inTransaction(
                () -> database.createNativeQuery("select id, version from webhook where leased_by = :node", Tuple.class)
                        .setParameter("node", node)
                        .getResultList());
        return rows.stream()
                .collect(Collectors.toMap(row -> row.get(0, String.class), row -> row.get(1, Integer.class)));
    }

    /** Ends the lease on a webhook, so that any node may claim it. */
    void release(String id) {
        inTransaction(() -> database.createNativeQuery(
                        "update webhook set leased_by = null, leased_until = null where id = :id and leased_by = :node")
                .setParameter("id", id)
                .setParameter("node", node)
                .executeUpdate());
    }

    /** Finds the state of a webhook before a delivery; empty unless it is active and this node still holds it. */
    @SuppressWarnings("unchecked")
    Optional<PendingDelivery> findPending(String id) {
        return inTransaction(() -> {
            List<Tuple> rows = database.createNativeQuery("""
                            select attempts,
                                coalesce(extract(epoch from next_attempt_at - now()), 0) as wait,
                                coalesce(extract(epoch from now() - retrying_since), 0) as retrying,
                                coalesce(extract(epoch from now() - failing_since), 0) as failing
                            from webhook
                            where id = :id and state = 'active' and leased_by = :node and leased_until > now()
                            """, Tuple.class)
                    .setParameter("id", id)
                    .setParameter("node", node)
                    .getResultList();
            return rows.stream().findFirst().map(row -> pendingDelivery(database.find(Webhook.class, id), row));
        });
    }

    private PendingDelivery pendingDelivery(Webhook webhook, Tuple row) {
        return new PendingDelivery(
                webhook.id(),
                webhook.version(),
                webhook.owner(),
                webhook.url(),
                webhook.filter(),
                webhook.secrets(clock.instant()),
                webhook.reached(),
                row.get("attempts", Integer.class),
                duration(row, "wait"),
                duration(row, "retrying"),
                duration(row, "failing"));
    }

    /** Records that nothing matched the filter after one sequence number up to another; false if the lease was lost. */
    boolean recordSkipped(String id, long from, long to) {
        return updatesAny(() -> database.createNativeQuery("""
                        with told as (
                            update webhook set reached = :place
                            where id = :id and leased_by = :node and reached = :from returning id
                        ), passed as (%s)
                        select 1 from told
                        """.formatted(FAIL_PASSED.formatted("<= :place")))
                .setParameter("place", to)
                .setParameter("id", id)
                .setParameter("node", node)
                .setParameter("from", from)
                .getResultList()
                .size());
    }

    /** Records a delivery; false if this node has lost the lease in the meantime. */
    boolean recordDelivered(PendingDelivery delivery, long sequence, Message message, AttemptResult result) {
        return updatesAny(() -> recordAttempt(delivery, sequence, message, result, DeliveryStatus.DELIVERED, """
                reached = :place, attempts = 0, retrying_since = null, next_attempt_at = null, failing_since = null,
                last_error = null
                """));
    }

    /** Records a failed attempt, to be repeated after the wait; false if this node has lost the lease. */
    boolean recordRetry(PendingDelivery delivery, long sequence, Message message, AttemptResult result, Duration wait) {
        return updatesAny(() -> recordAttempt(
                delivery,
                sequence,
                message,
                result,
                DeliveryStatus.RETRYING,
                SET_FAILED + """
                        , attempts = attempts + 1, retrying_since = coalesce(retrying_since, now()),
                        next_attempt_at = now() + make_interval(secs => %s)
                        """.formatted(seconds(wait))));
    }

    /** Records that a change was given up, so that the next one is delivered; false if this node has lost the lease. */
    boolean recordGivenUp(PendingDelivery delivery, long sequence, Message message, AttemptResult result) {
        return updatesAny(() -> recordAttempt(
                delivery,
                sequence,
                message,
                result,
                DeliveryStatus.FAILED,
                SET_FAILED + ", reached = :place, attempts = 0, retrying_since = null, next_attempt_at = null"));
    }

    /** Records a failed attempt that puts the webhook into a state without deliveries; false if the lease was lost. */
    boolean recordEnded(
            PendingDelivery delivery, long sequence, Message message, AttemptResult result, WebhookState state) {
        return updatesAny(() -> recordAttempt(
                delivery,
                sequence,
                message,
                result,
                DeliveryStatus.FAILED,
                SET_FAILED + """
                        , state = '%s', state_since = now(), attempts = 0, retrying_since = null, next_attempt_at = null
                        """.formatted(state.wireName())));
    }

    /** Disables a webhook without an attempt. */
    void disable(PendingDelivery delivery, String why) {
        inTransaction(() -> database.createNativeQuery("""
                        with told as (
                            update webhook set state = 'disabled', state_since = now(), last_error = :why, attempts = 0,
                                retrying_since = null, next_attempt_at = null
                            where id = :id and leased_by = :node and state = 'active' returning id
                        )
                        %s
                        """.formatted(FAIL_PASSED.formatted(">= 0")))
                .setParameter("why", why)
                .setParameter("id", delivery.webhookId())
                .setParameter("node", node)
                .executeUpdate());
    }

    /** Updates the webhook and its log in one statement; returns the number of rows, 0 if the lease was lost. */
    private int recordAttempt(
            PendingDelivery delivery,
            long sequence,
            Message message,
            AttemptResult result,
            DeliveryStatus status,
            String change) {
        var sql = """
                with told as (
                    update webhook set %s where id = :id and leased_by = :node and reached = :from returning id
                ), passed as (%s)
                insert into webhook_delivery (webhook_id, place, type, status, attempts, first_at, last_at,
                    response_status, milliseconds, error)
                select id, :place, :type, :status, 1, now(), now(), cast(:answer as integer), :milliseconds, cast(:error as text)
                from told
                on conflict (webhook_id, place) do update set status = excluded.status,
                    attempts = webhook_delivery.attempts + 1, last_at = excluded.last_at,
                    response_status = excluded.response_status, milliseconds = excluded.milliseconds,
                    error = excluded.error
                """.formatted(change, FAIL_PASSED.formatted("< :place"));
        return database.createNativeQuery(sql)
                .setParameter("id", delivery.webhookId())
                .setParameter("node", node)
                .setParameter("from", delivery.reached())
                .setParameter("place", sequence)
                .setParameter("type", message.type())
                .setParameter("status", status.wireName())
                .setParameter("answer", result.status())
                .setParameter("milliseconds", result.milliseconds())
                .setParameter("error", result.error())
                .executeUpdate();
    }

    private boolean updatesAny(Supplier<Integer> statement) {
        return inTransaction(statement) > 0;
    }

    private <T> T inTransaction(Supplier<T> work) {
        connections.acquireUninterruptibly();
        try {
            return QuarkusTransaction.requiringNew().call(work::get);
        } finally {
            connections.release();
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    private static Duration duration(Tuple row, String column) {
        return Duration.ofMillis((long) (((Number) row.get(column)).doubleValue() * 1_000));
    }
}
