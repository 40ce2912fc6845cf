package dev.solecast.auth;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Provides the first admin key: the operator's own from the setting {@code solecast.admin-key}, or, in a database
 * without keys, a generated one that is shown once to the person who starts the service.
 */
@Singleton
public class BootstrapAdminKey {

    private static final String NAME = "admin";

    private final Keys keys;
    private final Clock clock;
    private final Optional<String> configured;
    private Optional<KeyText> generated = Optional.empty();

    BootstrapAdminKey(
            Keys keys, Clock clock, @ConfigProperty(name = "solecast.admin-key") Optional<String> configured) {
        this.keys = keys;
        this.clock = clock;
        this.configured = configured;
    }

    void createIfNeeded(@Observes StartupEvent started) {
        QuarkusTransaction.requiringNew().run(() -> {
            keys.lockNames();
            if (configured.isPresent()) {
                ensureStored(parsed(configured.get()));
            } else if (keys.count() == 0) {
                var text = KeyText.random();
                add(text);
                generated = Optional.of(text);
            }
        });
    }

    /** Returns the full text of the key that this start has generated, if any. Only the first call returns it. */
    public Optional<String> takeGeneratedKey() {
        var text = generated.map(KeyText::reveal);
        generated = Optional.empty();
        return text;
    }

    private static KeyText parsed(String text) {
        return KeyText.parse(text.strip())
                .orElseThrow(() -> new ConfigurationException(
                        "SOLECAST_ADMIN_KEY is not a key: it must be " + KeyText.FORM + ", the id 4 to 16 and the"
                                + " secret 32 to 128 letters and digits. One that nobody guesses: echo"
                                + " solecast_admin_$(openssl rand -hex 24)"));
    }

    private void ensureStored(KeyText text) {
        var existing = keys.findById(text.id());
        if (existing == null) {
            add(text);
        } else if (!text.matches(existing.secretHash())) {
            throw new ConfigurationException("SOLECAST_ADMIN_KEY has another secret than the key of its id, "
                    + text.id() + ", in this database. Give it that key again, or one with another id.");
        } else if (existing.revokedAt() != null) {
            throw new ConfigurationException("The key in SOLECAST_ADMIN_KEY was revoked at " + existing.revokedAt()
                    + ". Put another one there, with another id, or leave it out.");
        }
    }

    private void add(KeyText text) {
        var name = keys.isTaken(NAME) ? NAME + " " + text.id() : NAME;
        keys.persist(new ApiKey(text, name, Role.ADMIN, true, List.of(), null, clock.instant()));
    }
}
