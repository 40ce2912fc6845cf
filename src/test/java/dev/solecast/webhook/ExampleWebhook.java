package dev.solecast.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** Stores the webhook of the examples in openapi.yaml; it is paused, so that changes by tests are not delivered. */
@Singleton
class ExampleWebhook {

    private final EntityManager database;

    ExampleWebhook(EntityManager database) {
        this.database = database;
    }

    void subscribe(@Observes StartupEvent started) {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("""
                            insert into webhook (id, version, owner, url, description, filter, secret, state,
                                state_since, created_at, reached)
                            values ('wh_3QkZx0v9LmT2aB7c', 0, 'partner shop',
                                'https://partner.example/hooks/solecast', 'The shop''s calendar',
                                '{"type": ["release"], "kind": ["date-changed", "status-changed"],
                                  "brand": ["new-balance"]}',
                                decode('31f290f6bf06298aab4f08d43c3f082cf648a362da2da4b0', 'hex'), 'paused',
                                '2026-11-22T06:00:00Z', '2026-11-22T06:00:00Z', 0)
                            on conflict do nothing
                            """).executeUpdate();
            database.createNativeQuery("""
                            insert into webhook_delivery (webhook_id, place, type, status, attempts, first_at, last_at,
                                response_status, milliseconds)
                            values ('wh_3QkZx0v9LmT2aB7c', 1, 'release.date-changed', 'delivered', 1,
                                '2026-11-22T06:00:00Z', '2026-11-22T06:00:00Z', 204, 38)
                            on conflict do nothing
                            """).executeUpdate();
        });
    }
}
