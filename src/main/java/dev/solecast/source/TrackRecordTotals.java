package dev.solecast.source;

import dev.solecast.forecast.TrackRecord;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Merges the rows of {@code earned_sum} with the same source, kind and period, to which writers only append. */
@ApplicationScoped
class TrackRecordTotals {

    /** The SQL of the added-up counts of rows with the alias {@code e}. */
    static final String COUNTS = IntStream.rangeClosed(1, TrackRecord.Count.values().length)
            .mapToObj("sum(e.counts[%d])::bigint"::formatted)
            .collect(Collectors.joining(", ", "array[", "]"));

    /** The most rows that one run reads; the next run follows soon. */
    private static final int MOST = 20_000;

    private static final String ADD_UP = """
            with fresh as (
                select distinct source_id, kind, span, begins
                from (select * from earned_sum where not added_up limit :most) part
            ), taken as (
                delete from earned_sum using fresh
                where (earned_sum.source_id, earned_sum.kind, earned_sum.span, earned_sum.begins)
                    = (fresh.source_id, fresh.kind, fresh.span, fresh.begins)
                returning earned_sum.*
            )
            insert into earned_sum (source_id, kind, span, begins, counts, added_up)
            select e.source_id, e.kind, e.span, e.begins, %s, true
            from taken e
            group by 1, 2, 3, 4
            """.formatted(COUNTS);

    private final EntityManager database;

    TrackRecordTotals(EntityManager database) {
        this.database = database;
    }

    /** Runs on one node at a time, because two that lock the same rows in different orders would deadlock. */
    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    @Transactional
    void addUp() {
        var locked = database.createNativeQuery("select pg_try_advisory_xact_lock(hashtext('earned_sum'))")
                .getSingleResult();
        if (Boolean.TRUE.equals(locked)) {
            database.createNativeQuery(ADD_UP).setParameter("most", MOST).executeUpdate();
        }
    }
}
