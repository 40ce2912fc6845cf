package dev.solecast.auth;

import dev.solecast.http.Actor;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Who makes the present request: the holder of a key, anybody, or, outside of requests, the service itself. */
@Singleton
public class Caller implements Actor {

    /** The name of the service itself, which no key may have. */
    static final String SERVICE = "solecast";

    private static final ScopedValue<CachedKey> CARRIED = ScopedValue.newInstance();

    private final CurrentIdentityAssociation identities;

    Caller(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    @Override
    public String name() {
        return key().map(CachedKey::name).orElse(SERVICE);
    }

    @Override
    public boolean isEditor() {
        return is(Role.EDITOR);
    }

    /** Whether a key is in use that may do what this role may. */
    public boolean is(Role role) {
        return key().filter(key -> key.role().includes(role)).isPresent();
    }

    /** Whether what is sent in needs no review: it comes from an editor, or with a key that is trusted. */
    public boolean trusted() {
        return is(Role.EDITOR) || key().filter(CachedKey::trusted).isPresent();
    }

    /** The same work, to be done by another thread, but in the name of whoever asks for it now. */
    public Runnable carry(Runnable work) {
        return key().<Runnable>map(key -> () -> ScopedValue.where(CARRIED, key).run(work))
                .orElse(work);
    }

    /** The key in use. */
    Optional<CachedKey> key() {
        if (CARRIED.isBound()) {
            return Optional.of(CARRIED.get());
        }
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        return Optional.ofNullable(identities.getIdentity().getAttribute(CachedKey.ATTRIBUTE));
    }
}
