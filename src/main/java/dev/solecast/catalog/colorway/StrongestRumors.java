package dev.solecast.catalog.colorway;

import dev.solecast.catalog.collaboration.StrongestRumor;
import dev.solecast.sql.BulkSql;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stores the strongest rumor about the releases of each colorway. */
@Singleton
public class StrongestRumors {

    private final EntityManager database;

    StrongestRumors(EntityManager database) {
        this.database = database;
    }

    /** Stores the strongest rumor of each of these colorways; null if it has none. */
    public void write(Map<Colorway, @Nullable StrongestRumor> strongest, Instant now) {
        if (strongest.isEmpty()) {
            return;
        }
        var rows = new HashMap<Long, List<@Nullable Object>>();
        strongest.forEach((colorway, rumor) -> rows.put(
                colorway.id(), Arrays.asList(rumor == null ? null : rumor.kind().wireName(), rumor)));
        // Locks in the order of ids, so that transactions cannot deadlock.
        database.createNativeQuery("""
                        with given as materialized (
                            select * from json_populate_recordset(cast(null as colorway), cast(:rows as json))
                        ), locked as materialized (
                            select id from colorway where id in (select id from given) order by id for no key update
                        )
                        update colorway
                        set strongest_kind = given.strongest_kind, strongest_rumor = given.strongest_rumor,
                            updated_at = :now
                        from given join locked using (id)
                        where colorway.id = given.id
                            and colorway.strongest_rumor is distinct from given.strongest_rumor
                        """)
                .setParameter("rows", BulkSql.recordset(List.of("strongest_kind", "strongest_rumor"), rows))
                .setParameter("now", now)
                .executeUpdate();
    }
}
