package dev.solecast.release.derived;

import dev.solecast.release.Release;
import dev.solecast.sql.SqlStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;

/**
 * Writes the table {@code release_past}: where releases stood on each past day, for lists as of a day. The database
 * computes it from rumors and changes of status, which therefore must have been written.
 */
@ApplicationScoped
class PastStates {

    private final EntityManager database;

    PastStates(EntityManager database) {
        this.database = database;
    }

    /** Refreshes the past of releases whose rumors or status have changed; the caller has locked them. */
    void refresh(Collection<Release> releases) {
        if (!releases.isEmpty()) {
            new SqlStatement("select release_past_refresh(?, 'infinity')", (Object)
                            releases.stream().map(Release::id).toArray(Long[]::new))
                    .letServerDecide()
                    .read(database, row -> true);
        }
    }
}
