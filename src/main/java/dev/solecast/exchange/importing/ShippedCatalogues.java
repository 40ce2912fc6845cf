package dev.solecast.exchange.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Which shipped catalogues this database has been given. */
@ApplicationScoped
class ShippedCatalogues {

    private final EntityManager database;
    private final Clock clock;

    ShippedCatalogues(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Notes that it is loaded now, unless it was before; of several nodes starting at once only one is told true. */
    boolean isFirst(String name) {
        // A node that starts a moment later waits for this one, however long it loads.
        database.createNativeQuery(
                        "select set_config('lock_timeout', '0', true), set_config('statement_timeout', '0', true)")
                .getSingleResult();
        return database.createNativeQuery("""
                                insert into shipped_catalogue (name, loaded_at) values (:name, :now)
                                on conflict do nothing
                                """)
                        .setParameter("name", name)
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }
}
