package dev.solecast.auth;

import dev.solecast.TestKeys;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.restassured.http.Header;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores the {@link TestKeys} in the database, except the admin's, which the test database configures. */
@Singleton
class TestKeyStore {

    private final Keys keys;
    private final Clock clock;

    TestKeyStore(Keys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    void storeKeys(@Observes StartupEvent started) {
        QuarkusTransaction.requiringNew().run(() -> {
            add(TestKeys.READER, "Drops app", Role.READER, false, null);
            add(TestKeys.CONTRIBUTOR, "Sneaker bot", Role.CONTRIBUTOR, false, null);
            add(TestKeys.TRUSTED, "Morgan's desk", Role.CONTRIBUTOR, true, null);
            add(TestKeys.EDITOR, "Ada", Role.EDITOR, false, null);
            add(
                    TestKeys.EXPIRED,
                    "Summer help",
                    Role.EDITOR,
                    false,
                    clock.instant().minus(Duration.ofDays(1)));
            add(TestKeys.REVOKED, "Lost phone", Role.EDITOR, false, null).revoke(clock.instant());
        });
    }

    private ApiKey add(Header header, String name, Role role, boolean trusted, @Nullable Instant expiresAt) {
        var text = KeyText.parse(header.getValue()).orElseThrow();
        var existing = keys.findById(text.id());
        if (existing != null) {
            return existing;
        }
        var key = new ApiKey(text, name, role, trusted, List.of(), expiresAt, clock.instant());
        keys.persist(key);
        return key;
    }
}
