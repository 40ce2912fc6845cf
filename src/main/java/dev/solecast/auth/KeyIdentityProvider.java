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

/** Authenticates the key of a request and builds the identity of its holder. */
@Singleton
class KeyIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {

    private final KeyCache keyCache;
    private final KeyUsage keyUsage;
    private final Clock clock;

    KeyIdentityProvider(KeyCache keyCache, KeyUsage keyUsage, Clock clock) {
        this.keyCache = keyCache;
        this.keyUsage = keyUsage;
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
                .completionStage(() -> keyCache.find(text.get().id()))
                .map(found -> identity(text.get(), found));
    }

    private SecurityIdentity identity(KeyText text, Optional<CachedKey> found) {
        // An unknown id and a wrong secret get the same answer, so that ids cannot be probed.
        var key = found.filter(candidate -> text.matches(candidate.secretHash()))
                .orElseThrow(() -> Problem.of(
                        ProblemCode.INVALID_KEY,
                        "There is no such key. Check that it was copied whole, and belongs to this service."));
        var now = clock.instant();
        key.requireInForce(now);
        keyUsage.recordUse(key.id(), now);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(key.name()))
                .addRoles(key.role().included())
                .addAttribute(CachedKey.ATTRIBUTE, key)
                .build();
    }
}
