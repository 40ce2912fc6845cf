package dev.solecast.webhook;

import dev.solecast.http.page.HqlQuery;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageRequest;
import dev.solecast.http.page.Sort;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** The repository of the delivery log. */
@ApplicationScoped
class Deliveries implements PanacheRepositoryBase<Delivery, Long> {

    static final Sort<Delivery> NEWEST_FIRST = Sort.descending(Sort.Key.number("d.place", Delivery::place));

    /** The most rows that each half of a purge deletes in one transaction. */
    private static final int PURGE_BATCH = 5_000;

    private final WebhookSettings settings;

    Deliveries(WebhookSettings settings) {
        this.settings = settings;
    }

    Page<Delivery> list(String webhook, List<DeliveryStatus> statuses, PageRequest<Delivery> page) {
        return new HqlQuery()
                .and("d.webhookId = :?", webhook)
                .and("d.status in :?", statuses)
                .page(getEntityManager(), Delivery.class, "d", "from Delivery d", page);
    }

    /** Whether the log has a delivery of this change to this webhook. */
    boolean has(String webhook, long sequence) {
        return count("webhookId = ?1 and place = ?2", webhook, sequence) > 0;
    }

    /**
     * Records an attempt that the owner of the webhook asked for; a failed one leaves the status as it was. One that has
     * succeeded ends the retries of its change, and the next one is delivered.
     */
    @Transactional
    void recordAttempt(String webhook, long sequence, AttemptResult result) {
        getEntityManager()
                .createNativeQuery("""
                        with locked as (
                            select id from webhook where id = :webhook for update
                        ), before as (
                            select d.id, d.webhook_id, d.status from locked join webhook_delivery d on d.webhook_id = locked.id
                            where d.place = :place
                        ), passed as (
                            update webhook w
                            set reached = :place, attempts = 0, retrying_since = null, next_attempt_at = null,
                                failing_since = null, last_error = null
                            from before
                            where w.id = before.webhook_id and before.status = 'retrying' and w.reached < :place and :delivered
                        )
                        update webhook_delivery d
                        set status = case when :delivered then 'delivered' else d.status end, attempts = attempts + 1,
                            last_at = now(), response_status = cast(:status as integer), milliseconds = :milliseconds,
                            error = cast(:error as text)
                        from before where d.id = before.id
                        """)
                .setParameter("delivered", result.delivered())
                .setParameter("status", result.status())
                .setParameter("milliseconds", result.milliseconds())
                .setParameter("error", result.error())
                .setParameter("webhook", webhook)
                .setParameter("place", sequence)
                .executeUpdate();
    }

    /** Deletes deliveries that are too old or exceed the number retained for one webhook. */
    @Scheduled(every = "10m", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    @Transactional
    void purge() {
        getEntityManager()
                .createNativeQuery("""
                        delete from webhook_delivery where id in (
                            (select id from webhook_delivery
                             where last_at < now() - make_interval(secs => :kept) limit :most)
                            union all
                            (select old.id from webhook w, lateral (
                                 select id from webhook_delivery d where d.webhook_id = w.id
                                 order by place desc offset :length limit :most) old
                             limit :most))
                        """)
                .setParameter("kept", (double) settings.logKept().toSeconds())
                .setParameter("length", settings.logLength())
                .setParameter("most", PURGE_BATCH)
                .executeUpdate();
    }
}
