package dev.solecast.release.accuracy;

import dev.solecast.entry.Batch;
import dev.solecast.release.Release;
import dev.solecast.release.Releases;
import dev.solecast.release.derived.ForecastRefreshQueue;
import dev.solecast.release.derived.LeaseQueue;
import dev.solecast.release.derived.ReleaseUpdates;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;

/**
 * Scores the releases that batches have resolved, each in a transaction of its own, once no batch is open. After the
 * last one, the awaited releases of the same sources are added to the {@link ForecastRefreshQueue} with one statement.
 * Afterward it adds up the sums of all scores.
 */
@ApplicationScoped
public class DeferredScoring {

    private final EntityManager database;
    private final Releases releases;
    private final ReleaseUpdates updates;
    private final ScoreTable scores;
    private final LeaseQueue queue;
    private final Clock clock;

    DeferredScoring(
            EntityManager database,
            Releases releases,
            ReleaseUpdates updates,
            ScoreTable scores,
            Batch batch,
            Clock clock) {
        this.database = database;
        this.releases = releases;
        this.updates = updates;
        this.scores = scores;
        this.queue = new LeaseQueue(database, batch, clock, "unsettled", "and not scored");
        this.clock = clock;
    }

    /** Queues releases to be scored within seconds after the commit. */
    public void enqueue(Collection<Release> resolved) {
        if (resolved.isEmpty()) {
            return;
        }
        // Ordered, so that two transactions never deadlock.
        database.createNativeQuery("""
                        insert into unsettled (release_id, due_at)
                        select id, cast(:now as timestamptz) from unnest(cast(:releases as bigint[])) id order by id
                        on conflict (release_id) do update set due_at = excluded.due_at, scored = false
                        """)
                .setParameter("now", clock.instant())
                .setParameter("releases", resolved.stream().map(Release::id).toArray(Long[]::new))
                .executeUpdate();
    }

    /** Scores all that are due. Several instances share the work. */
    @Scheduled(every = "2s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    public void scoreAll() {
        queue.process(this::score);
        QuarkusTransaction.requiringNew().run(this::enqueueForecasts);
        QuarkusTransaction.requiringNew().run(scores::addUp);
    }

    private void score(LeaseQueue.Lease lease) {
        QuarkusTransaction.requiringNew().run(() -> {
            var release = releases.findById(lease.releaseId());
            releases.lock(release);
            if (!release.isDeleted()) {
                updates.scoreDeferred(release);
            }
            database.createNativeQuery("update unsettled set scored = true where release_id = :release")
                    .setParameter("release", lease.releaseId())
                    .executeUpdate();
        });
    }

    /** Queues the forecasts that changed track records may affect, once no release is left to be scored. */
    private void enqueueForecasts() {
        database.createNativeQuery("""
                        with settled as (
                            delete from unsettled
                            where scored and not exists (select 1 from unsettled where not scored)
                            returning release_id
                        )
                        insert into renewal (release_id, due_at)
                        select distinct r.id, cast(:now as timestamptz)
                        from rumor u join release r on r.id = u.release_id
                        where u.source_id in (
                                select s.source_id from rumor s join settled d on d.release_id = s.release_id)
                            and r.status not in ('released', 'cancelled') and r.deleted_at is null
                        order by r.id
                        on conflict (release_id) do update set due_at = excluded.due_at
                        """).setParameter("now", clock.instant()).executeUpdate();
    }
}
