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
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Reads the key of a request: {@code Authorization: Bearer} or {@code X-API-Key}. An unusable key is refused
 * everywhere, even where no key is required, so that a program with a broken key learns of it before its first write.
 */
@Singleton
class KeyMechanism implements HttpAuthenticationMechanism {

    static final CharSequence HEADER = HttpHeaders.createOptimized("X-API-Key");

    private static final String BEARER = "bearer ";

    private final RateLimitFilter rateLimit;

    KeyMechanism(RateLimitFilter rateLimit) {
        this.rateLimit = rateLimit;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        var keys = keys(context.request());
        return switch (keys.size()) {
            case 0 -> Uni.createFrom().nullItem();
            case 1 -> {
                var eventLoop = Vertx.currentContext();
                var credential = new TokenCredential(keys.iterator().next(), "bearer");
                yield providers
                        .authenticate(new TokenAuthenticationRequest(credential))
                        // Returns from the thread that asked the database to the event loop of the request.
                        .emitOn(rest -> eventLoop.runOnContext(here -> rest.run()))
                        .onFailure(Problem.class)
                        .invoke(refused -> rateLimit.countFailure(context));
            }
            default ->
                Uni.createFrom()
                        .failure(Problem.of(
                                ProblemCode.MALFORMED_REQUEST,
                                "The request carries two different keys. Send one, as Authorization: Bearer or as "
                                        + HEADER + "."));
        };
    }

    /** The distinct texts sent as keys. Other {@code Authorization} schemes are ignored: they are meant for a proxy. */
    static Set<String> keys(HttpServerRequest request) {
        var headers = request.headers();
        if (!headers.contains(HEADER) && !headers.contains(HttpHeaders.AUTHORIZATION)) {
            return Set.of(); // most requests, on the event loop
        }
        var keys = new LinkedHashSet<>(headers.getAll(HEADER));
        for (var authorization : headers.getAll(HttpHeaders.AUTHORIZATION)) {
            if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
                keys.add(authorization.substring(BEARER.length()).strip());
            } else if (authorization.equalsIgnoreCase(BEARER.strip()) || KeyText.isIn(authorization)) {
                // Not a key; authentication will refuse it as such.
                keys.add("Authorization: " + authorization);
            }
        }
        return keys;
    }

    /** Serves the refusals that Quarkus makes before {@link AccessProblems} can answer them. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }
}
