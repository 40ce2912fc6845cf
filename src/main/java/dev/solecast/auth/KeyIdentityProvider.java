package dev.solecast.auth;

import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Knows the holder of a key by the key. */
@Singleton
class KeyIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {

    private final KeyCache keys;
    private final KeyUsage lastUses;
    private final Clock clock;

    KeyIdentityProvider(KeyCache keys, KeyUsage lastUses, Clock clock) {
        this.keys = keys;
        this.lastUses = lastUses;
        this.clock = clock;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        var text = KeyText.parse(request.getToken().getToken());
        if (text.isEmpty()) {
            return Uni.createFrom()
                    .failure(Problem.of(
                            ProblemCode.INVALID_KEY,
                            "What was sent as a key is none: keys look like " + KeyText.FORM
                                    + ". Send yours whole, as Authorization: Bearer or as " + KeyMechanism.HEADER
                                    + "."));
        }
        return Uni.createFrom()
                .completionStage(() -> keys.find(text.get().id()))
                .map(found -> holder(text.get(), found));
    }

    private SecurityIdentity holder(KeyText text, Optional<CachedKey> found) {
        // Whether there is such an id is nobody's business who does not know its secret.
        var key = found.filter(known -> text.opens(known.secretHash()))
                .orElseThrow(() -> Problem.of(
                        ProblemCode.INVALID_KEY,
                        "There is no such key. Check that it was copied whole, and belongs to this service."));
        var now = clock.instant();
        key.requireInForce(now);
        lastUses.note(key.id(), now);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(key.name()))
                .addRoles(key.role().included())
                .addAttribute(CachedKey.ATTRIBUTE, key)
                .build();
    }
}
