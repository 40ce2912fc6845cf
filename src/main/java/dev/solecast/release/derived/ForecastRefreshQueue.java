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

/**
 * The awaited releases whose forecast has to be recomputed because the track record of one of their sources has
 * changed. There may be thousands, so resolving a release only queues them; they follow within seconds, each in a
 * transaction of its own. Releases of other sources take in the changed average of the source's kind when they are next
 * refreshed for another reason.
 */
@ApplicationScoped
public class ForecastRefreshQueue {

    private final EntityManager database;
    private final Releases releases;
    private final ReleaseUpdates updates;
    private final LeaseQueue queue;
    private final Clock clock;

    ForecastRefreshQueue(EntityManager database, Releases releases, ReleaseUpdates updates, Batch batch, Clock clock) {
        this.database = database;
        this.releases = releases;
        this.updates = updates;
        this.queue = new LeaseQueue(database, batch, clock, "renewal", "");
        this.clock = clock;
    }

    /** Queues all awaited releases about which any source of this release has a rumor. */
    public void enqueueSharingSources(Release resolved) {
        // Ordered, so that two transactions never deadlock.
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

    /** Refreshes all that are due. Several instances share the work. */
    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void refreshAll() {
        queue.process(this::refresh);
    }

    /** Keeps the row if the release has been queued again since the lease began. */
    private void refresh(LeaseQueue.Lease lease) {
        QuarkusTransaction.requiringNew().run(() -> {
            var release = releases.findById(lease.releaseId());
            releases.lock(release);
            if (!release.isDeleted()) {
                updates.refreshForecast(release);
            }
            database.createNativeQuery("delete from renewal where release_id = :release and due_at = :until")
                    .setParameter("release", lease.releaseId())
                    .setParameter("until", lease.until())
                    .executeUpdate();
        });
    }
}
