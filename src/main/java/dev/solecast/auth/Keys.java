package dev.solecast.auth;

import dev.solecast.http.page.HqlQuery;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageRequest;
import dev.solecast.http.page.Sort;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/** The stored keys, revoked and expired ones included. */
@ApplicationScoped
class Keys implements PanacheRepositoryBase<ApiKey, String> {

    /** The order of the list of keys. */
    static final Sort<ApiKey> BY_NAME =
            Sort.ascending(Sort.Key.text("k.name", ApiKey::name), Sort.Key.text("k.id", ApiKey::id));

    // An arbitrary id of an advisory lock that nothing else uses.
    private static final long NAMES_LOCK = 0x6b_65_79_73L;

    /** Gets the key with this id; a 404 problem if there is none. */
    ApiKey get(String id) {
        return findByIdOptional(id)
                .orElseThrow(() -> Problem.of(
                        ProblemCode.NOT_FOUND, "There is no key \"" + id + "\". /v1/keys lists those there are."));
    }

    Page<ApiKey> list(KeyFilter filter, PageRequest<ApiKey> page) {
        return new HqlQuery()
                .and("k.role in :?", filter.role())
                .page(getEntityManager(), ApiKey.class, "k", "from ApiKey k", page);
    }

    /** Lets only one transaction at a time, across all nodes, add a key; its end releases the lock. */
    void lockNames() {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(:lock) as text)")
                .setParameter("lock", NAMES_LOCK)
                .getSingleResult();
    }

    /** Whether a key, revoked or not, has this name. */
    boolean isTaken(String name) {
        return count("name", name) > 0;
    }

    /** Stores when keys were last used, by their ids; an instant before the stored one changes nothing. */
    void storeLastUses(Map<String, Instant> lastUses) {
        lastUses.forEach((id, at) -> getEntityManager()
                .createNativeQuery("""
                        update api_key set last_used_at = greatest(last_used_at, cast(:at as timestamptz))
                        where id = :id
                        """)
                .setParameter("id", id)
                .setParameter("at", at)
                .executeUpdate());
    }
}
