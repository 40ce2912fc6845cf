package dev.solecast.webhook;

import dev.solecast.http.page.HqlQuery;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageRequest;
import dev.solecast.http.page.Sort;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Webhooks implements PanacheRepositoryBase<Webhook, String> {

    static final Sort<Webhook> BY_ID = Sort.ascending(Sort.Key.text("w.id", Webhook::id));

    /**
     * Lists them.
     *
     * @param owner null for everybody's
     */
    Page<Webhook> list(@Nullable String owner, PageRequest<Webhook> page) {
        return new HqlQuery()
                .and("w.owner = :?", owner)
                .page(getEntityManager(), Webhook.class, "w", "from Webhook w", page);
    }

    /** How many a key has. No other one is added for it, on whatever node, before the transaction ends. */
    long countLocked(String owner) {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtext('webhook ' || :owner)) as text)")
                .setParameter("owner", owner)
                .getSingleResult();
        return count("owner", owner);
    }

    /** Lets whoever serves it take it up anew, at once, and after this place where one is given. */
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
    }
}
