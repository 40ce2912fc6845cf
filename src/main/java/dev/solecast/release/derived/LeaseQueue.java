package dev.solecast.release.derived;

import dev.solecast.entry.Batch;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table of releases to be processed one by one, with the columns {@code release_id} and {@code due_at}. Several
 * instances share the work: each leases one release at a time, and a release whose lease ends is due again.
 */
public final class LeaseQueue {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private final EntityManager database;
    private final Batch batch;
    private final Clock clock;
    private final String take;

    /**
     * Opens the queue in a table.
     *
     * @param condition SQL that is added to the condition for rows that are due, such as {@code and not scored}; may be
     *     empty
     */
    public LeaseQueue(EntityManager database, Batch batch, Clock clock, String table, String condition) {
        this.database = database;
        this.batch = batch;
        this.clock = clock;
        this.take = """
                with taken as (
                    update %1$s set due_at = :until
                    where release_id = (
                        select release_id from %1$s where due_at <= :now %2$s
                        order by due_at limit 1 for update skip locked)
                    returning release_id)
                select release_id from taken
                """.formatted(table, condition);
    }

    /**
     * The right to process a release.
     *
     * @param until the new {@code due_at} of its row, in the database's precision of a microsecond
     */
    public record Lease(long releaseId, Instant until) {}

    /** Processes all releases that are due, unless a batch is open, which may add more. */
    public void process(Consumer<Lease> work) {
        while (!batch.isAnyOpen()) {
            var next = take();
            if (next.isEmpty()) {
                break;
            }
            work.accept(next.get());
        }
    }

    private Optional<Lease> take() {
        var until = clock.instant().plus(LEASE).truncatedTo(ChronoUnit.MICROS);
        return QuarkusTransaction.requiringNew().call(() -> {
            @SuppressWarnings("unchecked")
            List<@Nullable Number> taken = database.createNativeQuery(take)
                    .setParameter("until", until)
                    .setParameter("now", clock.instant())
                    .getResultList();
            return taken.stream().findFirst().map(id -> new Lease(id.longValue(), until));
        });
    }
}
