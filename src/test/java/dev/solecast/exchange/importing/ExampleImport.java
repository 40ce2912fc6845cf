package dev.solecast.exchange.importing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** Adds the contract's example import. */
@Singleton
class ExampleImport {

    private final EntityManager database;

    ExampleImport(EntityManager database) {
        this.database = database;
    }

    void takeIn(@Observes StartupEvent started) {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("""
                            insert into import (id, actor, dry_run, atomic, force, started_at, alive_at, ended_at, state,
                                lines, created, updated, unchanged, refused, kept, findings)
                            overriding system value
                            values (9000000000012, 'Ada', false, false, false, '2026-11-22T05:59:58Z',
                                '2026-11-22T06:00:00Z', '2026-11-22T06:00:00Z', 'finished', 13, 9, 2, 1, 1, 1, 2)
                            on conflict do nothing
                            """).executeUpdate();
            database.createNativeQuery("""
                            insert into import_finding (id, import_id, line, kind, field, reason)
                            overriding system value
                            values (9000000000001, 9000000000012, 4, 'refused', 'brand',
                                    'there is no brand "new-ballance"; add it first, or correct the slug.'),
                                (9000000000002, 9000000000012, 7, 'kept', 'home',
                                    'stays as an editor has set it; force=true overwrites it.')
                            on conflict do nothing
                            """).executeUpdate();
        });
    }
}
