package dev.solecast.auth;

import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Reads the key of a request: {@code Authorization: Bearer} or {@code X-API-Key}. A key that cannot be used is refused
 * wherever it is sent, even where none is needed: a program whose key is broken must learn it before it wants to write.
 */
@Singleton
class KeyMechanism implements HttpAuthenticationMechanism {

    static final String HEADER = "X-API-Key";

    private static final String BEARER = "bearer ";

    private final RateLimitFilter limits;

    KeyMechanism(RateLimitFilter limits) {
        this.limits = limits;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        var keys = keys(context.request());
        return switch (keys.size()) {
            case 0 -> Uni.createFrom().nullItem();
            case 1 -> {
                var requests = Vertx.currentContext();
                var credential = new TokenCredential(keys.iterator().next(), "bearer");
                yield providers
                        .authenticate(new TokenAuthenticationRequest(credential))
                        // Back to the thread of the request, from that which asked the database.
                        .emitOn(rest -> requests.runOnContext(here -> rest.run()))
                        .onFailure(Problem.class)
                        .invoke(refused -> limits.countFailure(context));
            }
            default ->
                Uni.createFrom()
                        .failure(Problem.of(
                                ProblemCode.MALFORMED_REQUEST,
                                "The request carries two different keys. Send one, as Authorization: Bearer or as "
                                        + HEADER + "."));
        };
    }

    /** The different texts sent as keys. What another scheme has to say is not for us but for a proxy before us. */
    static Set<String> keys(HttpServerRequest request) {
        var keys = new LinkedHashSet<>(request.headers().getAll(HEADER));
        for (var authorization : request.headers().getAll("Authorization")) {
            if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
                keys.add(authorization.substring(BEARER.length()).strip());
            } else if (authorization.equalsIgnoreCase(BEARER.strip()) || KeyText.isIn(authorization)) {
                // No key, and will be told so.
                keys.add("Authorization: " + authorization);
            }
        }
        return keys;
    }

    /** What {@link AccessProblems} answers is made there; this is for what Quarkus refuses before it comes to that. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }
}
