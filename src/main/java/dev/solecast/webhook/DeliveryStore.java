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
 * Which webhooks this node serves, and how far their deliveries have come. A node holds a webhook by a lease, and writes
 * only while it does, so that of two nodes never both believe to be the one. Times are the database's, whose clock is
 * the same for all of them.
 */
@Singleton
class DeliveryStore {

    /** However many webhooks there are, most connections are for those who wait for an answer. */
    private static final int CONNECTIONS = 4;

    private static final String FAILED =
            "failing_since = coalesce(failing_since, now()), last_error = cast(:error as text)";

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

    /** Takes those that are active and that nobody serves. */
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

    /** Says that this node still serves them. */
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

    /** The versions of those that this node holds, by their ids. */
    @SuppressWarnings("unchecked")
    Map<String, Integer> versions() {
        List<Tuple> rows = inTransaction(
                () -> database.createNativeQuery("select id, version from webhook where leased_by = :node", Tuple.class)
                        .setParameter("node", node)
                        .getResultList());
        return rows.stream()
                .collect(Collectors.toMap(row -> row.get(0, String.class), row -> row.get(1, Integer.class)));
    }

    /** Leaves one to whoever comes first. */
    void release(String id) {
        inTransaction(() -> database.createNativeQuery(
                        "update webhook set leased_by = null, leased_until = null where id = :id and leased_by = :node")
                .setParameter("id", id)
                .setParameter("node", node)
                .executeUpdate());
    }

    /** How it stands with one; empty if this node serves it no more. */
    @SuppressWarnings("unchecked")
    Optional<PendingDelivery> turn(String id) {
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
            return rows.stream().findFirst().map(row -> turn(database.find(Webhook.class, id), row));
        });
    }

    private PendingDelivery turn(Webhook webhook, Tuple row) {
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

    /** Notes that there was nothing to deliver up to a place. */
    boolean passed(String id, long from, long place) {
        return changed(() -> database.createNativeQuery("""
                        update webhook set reached = :place
                        where id = :id and leased_by = :node and reached = :from
                        """)
                .setParameter("place", place)
                .setParameter("id", id)
                .setParameter("node", node)
                .setParameter("from", from)
                .executeUpdate());
    }

    /** Notes a delivery; false if this node had lost the webhook meanwhile. */
    boolean delivered(PendingDelivery turn, long place, Message message, AttemptResult outcome) {
        return changed(() -> log(turn, place, message, outcome, DeliveryStatus.DELIVERED, """
                reached = :place, attempts = 0, retrying_since = null, next_attempt_at = null, failing_since = null,
                last_error = null
                """));
    }

    /** Notes an attempt that failed, to be made again after a while. */
    boolean retrying(PendingDelivery turn, long place, Message message, AttemptResult outcome, Duration wait) {
        return changed(() ->
                log(turn, place, message, outcome, DeliveryStatus.RETRYING, FAILED + """
                        , attempts = attempts + 1, retrying_since = coalesce(retrying_since, now()),
                        next_attempt_at = now() + make_interval(secs => %s)
                        """.formatted(seconds(wait))));
    }

    /** Notes that a change is given up, so that the next one gets its turn. */
    boolean givenUp(PendingDelivery turn, long place, Message message, AttemptResult outcome) {
        return changed(() -> log(
                turn,
                place,
                message,
                outcome,
                DeliveryStatus.FAILED,
                FAILED + ", reached = :place, attempts = 0, retrying_since = null, next_attempt_at = null"));
    }

    /** Notes the last attempt for now: the webhook ends in a state in which nothing is delivered. */
    boolean ended(PendingDelivery turn, long place, Message message, AttemptResult outcome, WebhookState state) {
        return changed(() -> log(
                turn,
                place,
                message,
                outcome,
                DeliveryStatus.RETRYING,
                FAILED + ", state = '%s', state_since = now()".formatted(state.word())));
    }

    /** Disables one without an attempt. */
    void disabled(PendingDelivery turn, String why) {
        inTransaction(() -> database.createNativeQuery("""
                        update webhook set state = 'disabled', state_since = now(), last_error = :why
                        where id = :id and leased_by = :node and state = 'active'
                        """)
                .setParameter("why", why)
                .setParameter("id", turn.id())
                .setParameter("node", node)
                .executeUpdate());
    }

    /** The webhook and its log in one statement. */
    private int log(
            PendingDelivery turn,
            long place,
            Message message,
            AttemptResult outcome,
            DeliveryStatus status,
            String change) {
        var statement = """
                with told as (
                    update webhook set %s where id = :id and leased_by = :node and reached = :from returning id
                )
                insert into webhook_delivery (webhook_id, place, type, status, attempts, first_at, last_at,
                    response_status, milliseconds, error)
                select id, :place, :type, :status, 1, now(), now(), cast(:answer as integer), :milliseconds, cast(:error as text)
                from told
                on conflict (webhook_id, place) do update set status = excluded.status,
                    attempts = webhook_delivery.attempts + 1, last_at = excluded.last_at,
                    response_status = excluded.response_status, milliseconds = excluded.milliseconds,
                    error = excluded.error
                """.formatted(change);
        return database.createNativeQuery(statement)
                .setParameter("id", turn.id())
                .setParameter("node", node)
                .setParameter("from", turn.reached())
                .setParameter("place", place)
                .setParameter("type", message.type())
                .setParameter("status", status.word())
                .setParameter("answer", outcome.status())
                .setParameter("milliseconds", outcome.milliseconds())
                .setParameter("error", outcome.error())
                .executeUpdate();
    }

    private boolean changed(Supplier<Integer> statement) {
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
