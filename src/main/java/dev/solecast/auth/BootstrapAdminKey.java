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
 * The admin key with which everything begins: the operator's own, from the setting {@code solecast.admin-key}, or one
 * that is made on a database without keys, to be shown once to whoever has started the service.
 */
@Singleton
public class BootstrapAdminKey {

    private static final String NAME = "admin";

    private final Keys keys;
    private final Clock clock;
    private final Optional<String> configured;
    private Optional<KeyText> made = Optional.empty();

    BootstrapAdminKey(
            Keys keys, Clock clock, @ConfigProperty(name = "solecast.admin-key") Optional<String> configured) {
        this.keys = keys;
        this.clock = clock;
        this.configured = configured;
    }

    void make(@Observes StartupEvent started) {
        QuarkusTransaction.requiringNew().run(() -> {
            keys.lockNames();
            if (configured.isPresent()) {
                provide(parsed(configured.get()));
            } else if (keys.count() == 0) {
                var text = KeyText.random();
                add(text);
                made = Optional.of(text);
            }
        });
    }

    /** The whole key, if this start has made one; it is known nowhere else, and the second call finds nothing. */
    public Optional<String> take() {
        var text = made.map(KeyText::reveal);
        made = Optional.empty();
        return text;
    }

    private static KeyText parsed(String text) {
        return KeyText.parse(text.strip())
                .orElseThrow(() -> new ConfigurationException(
                        "SOLECAST_ADMIN_KEY is not a key: it must be " + KeyText.FORM + ", the id 4 to 16 and the"
                                + " secret 32 to 128 letters and digits. One that nobody guesses: echo"
                                + " solecast_admin_$(openssl rand -hex 24)"));
    }

    private void provide(KeyText text) {
        var known = keys.findById(text.id());
        if (known == null) {
            add(text);
        } else if (!text.opens(known.secretHash())) {
            throw new ConfigurationException("SOLECAST_ADMIN_KEY has another secret than the key of its id, "
                    + text.id() + ", in this database. Give it that key again, or one with another id.");
        } else if (known.revokedAt() != null) {
            throw new ConfigurationException("The key in SOLECAST_ADMIN_KEY was revoked at " + known.revokedAt()
                    + ". Put another one there, with another id, or leave it out.");
        }
    }

    private void add(KeyText text) {
        var name = keys.isTaken(NAME) ? NAME + " " + text.id() : NAME;
        keys.persist(new ApiKey(text, name, Role.ADMIN, true, List.of(), null, clock.instant()));
    }
}
