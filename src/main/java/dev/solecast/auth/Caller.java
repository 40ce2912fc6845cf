package dev.solecast.auth;

import dev.solecast.http.Actor;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The caller of the current request: the holder of a key, an anonymous caller, or, outside of requests, the service
 * itself.
 */
@Singleton
public class Caller implements Actor {

    /** The name of the service itself, which no key may have. */
    static final String SERVICE = "solecast";

    private static final ScopedValue<CachedKey> PROPAGATED = ScopedValue.newInstance();

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
        return hasRole(Role.EDITOR);
    }

    /** Whether the key in use has this role or a higher one; false without a key. */
    public boolean hasRole(Role role) {
        return key().filter(key -> key.role().includes(role)).isPresent();
    }

    /** Whether submissions need no review, because the key in use is trusted or belongs to an editor. */
    public boolean isTrusted() {
        return hasRole(Role.EDITOR) || key().filter(CachedKey::trusted).isPresent();
    }

    /** Wraps work for another thread, so that it runs there in the name of the current caller. */
    public Runnable propagate(Runnable work) {
        return key().<Runnable>map(
                        key -> () -> ScopedValue.where(PROPAGATED, key).run(work))
                .orElse(work);
    }

    /** The key in use; empty for anonymous callers and for the service itself. */
    Optional<CachedKey> key() {
        if (PROPAGATED.isBound()) {
            return Optional.of(PROPAGATED.get());
        }
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        return Optional.ofNullable(identities.getIdentity().getAttribute(CachedKey.ATTRIBUTE));
    }
}
