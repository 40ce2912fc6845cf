package dev.solecast.auth;

import dev.solecast.http.FilterOrder;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.http.problem.ProblemSender;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/**
 * Counts requests before anything is done for them: by key, or by address without one. An address that has sent too many
 * keys of no use is refused any other for the rest of the minute, right or wrong; but not one that worked from there
 * before, lest one broken program locks out its neighbours.
 *
 * <p>Whoever asks from a page can read the refusal, as this comes after CORS; what browsers ask before they ask (the
 * preflight) has been answered there, and is not counted.
 */
@Singleton
class RateLimitFilter {

    private static final int NOT_MODIFIED = 304;

    private final Quotas quotas;
    private final RecentlyAcceptedKeys welcome;
    private final ProblemSender refusal;

    RateLimitFilter(Quotas quotas, RecentlyAcceptedKeys welcome, ProblemSender refusal) {
        this.quotas = quotas;
        this.welcome = welcome;
        this.refusal = refusal;
    }

    void register(@Observes Filters filters) {
        filters.register(this::beforeAuthentication, FilterOrder.RATE_LIMIT_BEFORE_AUTHENTICATION);
        filters.register(this::afterAuthentication, FilterOrder.RATE_LIMIT_AFTER_AUTHENTICATION);
    }

    private void beforeAuthentication(RoutingContext context) {
        var request = context.request();
        var address = request.remoteAddress();
        if (context.normalizedPath().startsWith("/q/")) {
            context.next();
        } else if (KeyMechanism.keys(request).isEmpty()) {
            count(context, quotas.of(address), "without a key. ", ", or use a key.");
        } else {
            var failures = quotas.ofFailures(address).filter(Quota::isUsedUp);
            if (failures.isPresent() && !welcome.knows(address, KeyMechanism.keys(request))) {
                refuse(context, failures.get(), "with keys that cannot be used. ", ".");
            } else {
                context.next();
            }
        }
    }

    private void afterAuthentication(RoutingContext context) {
        if (context.user() instanceof QuarkusHttpUser user
                && user.getSecurityIdentity().getAttribute(CachedKey.ATTRIBUTE) instanceof CachedKey key) {
            var request = context.request();
            welcome.note(request.remoteAddress(), KeyMechanism.keys(request));
            count(context, quotas.of(key), "with this key. ", ".");
        } else {
            context.next();
        }
    }

    /** To be called when a key was refused. */
    void countFailure(RoutingContext context) {
        quotas.ofFailures(context.request().remoteAddress()).ifPresent(quota -> {
            quota.take();
            tell(context, quota);
        });
    }

    private void count(RoutingContext context, Optional<Quota> limited, String whose, String orElse) {
        if (limited.isPresent() && !limited.get().take()) {
            refuse(context, limited.get(), whose, orElse);
            return;
        }
        limited.ifPresent(quota -> tell(context, quota));
        context.next();
    }

    /** Late, when it is known what the answer costs. */
    private static void tell(RoutingContext context, Quota quota) {
        context.addHeadersEndHandler(headers -> {
            var response = context.response();
            if (response.getStatusCode() == NOT_MODIFIED) {
                quota.save();
            }
            response.putHeader("RateLimit-Policy", quota.told()).putHeader("RateLimit", quota.left());
        });
    }

    private void refuse(RoutingContext context, Quota quota, String whose, String orElse) {
        var seconds = quota.seconds();
        var detail = quota.requests() + " requests a minute are allowed " + whose + "Try again in " + seconds
                + " seconds" + orElse;
        refusal.answer(
                context,
                Problem.of(ProblemCode.TOO_MANY_REQUESTS, detail),
                Map.of(
                        "Retry-After", Long.toString(seconds),
                        "RateLimit-Policy", quota.told(),
                        "RateLimit", quota.left()));
    }
}
