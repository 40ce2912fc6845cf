package dev.solecast.release.derived;

import dev.solecast.entry.Batch;
import dev.solecast.release.Release;
import dev.solecast.release.Releases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The awaited releases whose forecast is to be made anew, because somebody who spoke of them has earned or lost
 * something. There may be thousands, so resolving a release only puts them on a list; they follow one by one, each in a
 * transaction of its own, within seconds. Those of other sources take in the changed average of their kind when they are
 * next renewed for a reason of their own.
 */
@ApplicationScoped
public class ForecastRefreshQueue {

    /** So long nobody else tries the same one; if renewing it fails, it is tried again after this. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final EntityManager database;
    private final Releases releases;
    private final ForecastUpdater forecasts;
    private final ReleaseChangeRecorder movements;
    private final Batch batch;
    private final Clock clock;

    ForecastRefreshQueue(
            EntityManager database,
            Releases releases,
            ForecastUpdater forecasts,
            ReleaseChangeRecorder movements,
            Batch batch,
            Clock clock) {
        this.database = database;
        this.releases = releases;
        this.forecasts = forecasts;
        this.movements = movements;
        this.batch = batch;
        this.clock = clock;
    }

    /** All awaited ones that any source of this release speaks about. */
    public void askFor(Release resolved) {
        // In one order, so that two transactions never wait for each other.
        database.createNativeQuery("""
                        insert into renewal (release_id, due_at)
                        select distinct r.id, cast(:now as timestamptz)
                        from rumor u join release r on r.id = u.release_id
                        where u.source_id in (select source_id from rumor where release_id = :release)
                            and r.status not in ('released', 'cancelled') and r.deleted_at is null
                        order by r.id
                        on conflict (release_id) do update set due_at = excluded.due_at
                        """)
                .setParameter("now", clock.instant())
                .setParameter("release", resolved.id())
                .executeUpdate();
    }

    /** Renews all that are due, unless more may follow from what is just coming in. Several instances share the work. */
    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void renewAll() {
        while (!batch.isAnyOpen()) {
            var next = take();
            if (next.isEmpty()) {
                break;
            }
            renew(next.get());
        }
    }

    private record Lease(long release, Instant until) {}

    private Optional<Lease> take() {
        var until = clock.instant().plus(LEASE).truncatedTo(ChronoUnit.MICROS);
        return QuarkusTransaction.requiringNew().call(() -> {
            @SuppressWarnings("unchecked")
            List<@Nullable Number> taken = database.createNativeQuery("""
                            with taken as (
                                update renewal set due_at = :until
                                where release_id = (
                                    select release_id from renewal where due_at <= :now
                                    order by due_at limit 1 for update skip locked)
                                returning release_id)
                            select release_id from taken
                            """)
                    .setParameter("until", until)
                    .setParameter("now", clock.instant())
                    .getResultList();
            return taken.stream().findFirst().map(id -> new Lease(id.longValue(), until));
        });
    }

    /** Asked for again in the meantime, it stays on the list. */
    private void renew(Lease lease) {
        QuarkusTransaction.requiringNew().run(() -> {
            var release = releases.findById(lease.release());
            releases.lock(release);
            if (!release.deleted()) {
                var before = movements.of(release);
                forecasts.renew(release);
                movements.log(release, before, null);
            }
            database.createNativeQuery("delete from renewal where release_id = :release and due_at = :until")
                    .setParameter("release", lease.release())
                    .setParameter("until", lease.until())
                    .executeUpdate();
        });
    }
}
