package dev.solecast.exchange.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Records the shipped catalogues that are loaded into this database. */
@ApplicationScoped
class ShippedCatalogues {

    private final EntityManager database;
    private final Clock clock;

    ShippedCatalogues(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Marks a catalogue as loaded. True if it was not; of nodes that start at once, only for one. */
    boolean markLoaded(String name) {
        // A node that starts a moment later waits until this one has loaded the catalogue, without a timeout.
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
