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

@ApplicationScoped
class Keys implements PanacheRepositoryBase<ApiKey, String> {

    /** The order of their list. */
    static final Sort<ApiKey> BY_NAME =
            Sort.ascending(Sort.Key.text("k.name", ApiKey::name), Sort.Key.text("k.id", ApiKey::id));

    // Any number that nothing else locks.
    private static final long NAMES = 0x6b_65_79_73L;

    /** The key with this id; a problem 404 if there is none. */
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

    /** Of all who want to add a key only one gets on, on whatever node, before its transaction ends. */
    void lockNames() {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(:lock) as text)")
                .setParameter("lock", NAMES)
                .getSingleResult();
    }

    /** Whether a key has this name, or had it when it was revoked. */
    boolean isTaken(String name) {
        return count("name", name) > 0;
    }

    /** Notes when keys were last used, by their ids; an older instant than is known changes nothing. */
    void note(Map<String, Instant> lastUses) {
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
