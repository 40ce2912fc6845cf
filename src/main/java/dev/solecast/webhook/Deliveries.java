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

@ApplicationScoped
class Deliveries implements PanacheRepositoryBase<Delivery, Long> {

    static final Sort<Delivery> NEWEST_FIRST = Sort.descending(Sort.Key.number("d.place", Delivery::place));

    /** So many rows one transaction deletes. */
    private static final int AT_ONCE = 5_000;

    private final WebhookSettings settings;

    Deliveries(WebhookSettings settings) {
        this.settings = settings;
    }

    Page<Delivery> list(String webhook, List<DeliveryStatus> status, PageRequest<Delivery> page) {
        return new HqlQuery()
                .and("d.webhookId = :?", webhook)
                .and("d.status in :?", status)
                .page(getEntityManager(), Delivery.class, "d", "from Delivery d", page);
    }

    boolean has(String webhook, long place) {
        return count("webhookId = ?1 and place = ?2", webhook, place) > 0;
    }

    /** Notes an attempt that its owner asked for. One that failed leaves the status as it was. */
    @Transactional
    void note(String webhook, long place, AttemptResult outcome) {
        getEntityManager()
                .createNativeQuery("""
                        update webhook_delivery
                        set status = case when :delivered then 'delivered' else status end, attempts = attempts + 1,
                            last_at = now(), response_status = cast(:status as integer), milliseconds = :milliseconds,
                            error = cast(:error as text)
                        where webhook_id = :webhook and place = :place
                        """)
                .setParameter("delivered", outcome.delivered())
                .setParameter("status", outcome.status())
                .setParameter("milliseconds", outcome.milliseconds())
                .setParameter("error", outcome.error())
                .setParameter("webhook", webhook)
                .setParameter("place", place)
                .executeUpdate();
    }

    /** Forgets what is too old, or too much of one webhook. */
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
                .setParameter("most", AT_ONCE)
                .executeUpdate();
    }
}
