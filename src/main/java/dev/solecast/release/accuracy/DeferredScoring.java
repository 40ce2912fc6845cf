package dev.solecast.release.accuracy;

import dev.solecast.change.ChangeLog;
import dev.solecast.entry.Batch;
import dev.solecast.release.Release;
import dev.solecast.release.Releases;
import dev.solecast.release.derived.ForecastRefreshQueue;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Scores the resolved releases that came in many at once, each in a transaction of its own, as soon as no more come in.
 * When all are, the awaited ones of the same sources are put on the list of {@link ForecastRefreshQueue}, all together.
 */
@ApplicationScoped
public class DeferredScoring {

    /** So long nobody else tries the same one. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final EntityManager database;
    private final Releases releases;
    private final ReleaseScoring scores;
    private final Batch batch;
    private final ChangeLog log;
    private final Clock clock;

    DeferredScoring(
            EntityManager database, Releases releases, ReleaseScoring scores, Batch batch, ChangeLog log, Clock clock) {
        this.database = database;
        this.releases = releases;
        this.scores = scores;
        this.batch = batch;
        this.log = log;
        this.clock = clock;
    }

    /** To be scored soon. */
    public void askFor(Collection<Release> resolved) {
        if (resolved.isEmpty()) {
            return;
        }
        // In one order, so that two transactions never wait for each other.
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
    public void settleAll() {
        while (!batch.isAnyOpen()) {
            var next = take();
            if (next.isEmpty()) {
                break;
            }
            settle(next.get());
        }
        QuarkusTransaction.requiringNew().run(this::renewOthers);
    }

    private Optional<Long> take() {
        return QuarkusTransaction.requiringNew().call(() -> {
            @SuppressWarnings("unchecked")
            List<@Nullable Number> taken = database.createNativeQuery("""
                            with taken as (
                                update unsettled set due_at = :until
                                where release_id = (
                                    select release_id from unsettled where due_at <= :now and not scored
                                    order by due_at limit 1 for update skip locked)
                                returning release_id)
                            select release_id from taken
                            """)
                    .setParameter("until", clock.instant().plus(LEASE))
                    .setParameter("now", clock.instant())
                    .getResultList();
            return taken.stream().findFirst().map(Number::longValue);
        });
    }

    private void settle(long number) {
        QuarkusTransaction.requiringNew().run(() -> {
            var release = releases.findById(number);
            releases.lock(release);
            if (!release.deleted()) {
                scores.settleAlone(release);
                log.untold(release.subject());
            }
            database.createNativeQuery("update unsettled set scored = true where release_id = :release")
                    .setParameter("release", number)
                    .executeUpdate();
        });
    }

    /** Once the last one is scored: whoever spoke of them may have earned or lost something. */
    private void renewOthers() {
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
