package dev.solecast.webhook;

import dev.solecast.http.page.HqlQuery;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageRequest;
import dev.solecast.http.page.Sort;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The repository of webhooks. */
@ApplicationScoped
class Webhooks implements PanacheRepositoryBase<Webhook, String> {

    static final Sort<Webhook> BY_ID = Sort.ascending(Sort.Key.text("w.id", Webhook::id));

    /**
     * Lists webhooks.
     *
     * @param owner null for the webhooks of all owners
     */
    Page<Webhook> list(@Nullable String owner, PageRequest<Webhook> page) {
        return new HqlQuery()
                .and("w.owner = :?", owner)
                .page(getEntityManager(), Webhook.class, "w", "from Webhook w", page);
    }

    /** Counts the webhooks of a key and locks the number, on all nodes, until the transaction ends. */
    long lockAndCount(String owner) {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtext('webhook ' || :owner)) as text)")
                .setParameter("owner", owner)
                .getSingleResult();
        return count("owner", owner);
    }

    /**
     * Clears the failures and the scheduled retry, fails deliveries that will not be retried any more, and makes the
     * node that serves the webhook start again.
     *
     * @param after sequence number after which to continue; null leaves the progress unchanged
     */
    void restart(String id, @Nullable Long after) {
        flush();
        getEntityManager()
                .createNativeQuery("""
                        update webhook
                        set next_attempt_at = null, retrying_since = null, failing_since = null, attempts = 0,
                            last_error = case when state = 'active' then null else last_error end,
                            version = version + 1, reached = coalesce(cast(:after as bigint), reached)
                        where id = :id
                        """)
                .setParameter("id", id)
                .setParameter("after", after)
                .executeUpdate();
        getEntityManager().createNativeQuery("""
                        update webhook_delivery d set status = 'failed' from webhook w
                        where w.id = :id and d.webhook_id = w.id and d.status = 'retrying' and d.place <= w.reached
                        """).setParameter("id", id).executeUpdate();
    }
}
