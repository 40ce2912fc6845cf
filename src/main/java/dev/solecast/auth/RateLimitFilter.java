package dev.solecast.auth;

import dev.solecast.http.FilterOrder;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.http.problem.ProblemSender;
import dev.solecast.http.request.RequestMeter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/**
 * Limits requests before any work is done for them: by key or, without a key, by address. Each pays a token at once, and
 * the rest of its price ({@link CostFilter}) when it is known that its answer has to be computed. An address that has sent too
 * many unusable keys is refused for the rest of the minute, even with a valid key; except with one recently accepted
 * from there, so that one broken program does not lock out its neighbors.
 *
 * <p>Runs after CORS, so that scripts in web pages can read the refusal; preflight requests have been answered there
 * and are not counted.
 */
@Singleton
class RateLimitFilter {

    private static final int NOT_MODIFIED = 304;

    private final Quotas quotas;
    private final RecentlyAcceptedKeys recentlyAccepted;
    private final ProblemSender problemSender;

    RateLimitFilter(Quotas quotas, RecentlyAcceptedKeys recentlyAccepted, ProblemSender problemSender) {
        this.quotas = quotas;
        this.recentlyAccepted = recentlyAccepted;
        this.problemSender = problemSender;
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
            if (failures.isPresent() && !recentlyAccepted.containsAll(address, KeyMechanism.keys(request))) {
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
            recentlyAccepted.add(request.remoteAddress(), KeyMechanism.keys(request));
            count(context, quotas.of(key), "with this key. ", ".");
        } else {
            context.next();
        }
    }

    /** Counts a request whose key was refused. */
    void countFailure(RoutingContext context) {
        quotas.ofFailures(context.request().remoteAddress()).ifPresent(quota -> {
            quota.tryTake();
            addHeaders(context, quota);
        });
    }

    private void count(RoutingContext context, Optional<Quota> limited, String credentials, String advice) {
        if (limited.isPresent() && !limited.get().tryTake()) {
            refuse(context, limited.get(), credentials, advice);
            return;
        }
        limited.ifPresent(quota -> {
            addHeaders(context, quota);
            new CountedRequest(quota, credentials, advice).putInto(context);
            RequestMeter.set(context, quota::charge);
        });
        context.next();
    }

    /** Adds the headers late, when the status and thus the cost of the response is known. */
    private static void addHeaders(RoutingContext context, Quota quota) {
        context.addHeadersEndHandler(headers -> {
            var response = context.response();
            if (response.getStatusCode() == NOT_MODIFIED) {
                quota.refund();
            }
            response.putHeader("RateLimit-Policy", quota.policyHeader())
                    .putHeader("RateLimit", quota.remainingHeader());
        });
    }

    private void refuse(RoutingContext context, Quota quota, String credentials, String advice) {
        problemSender.send(
                context,
                Problem.of(ProblemCode.TOO_MANY_REQUESTS, new CountedRequest(quota, credentials, advice).detail()),
                Map.of(
                        "Retry-After", Long.toString(quota.secondsUntilFull()),
                        "RateLimit-Policy", quota.policyHeader(),
                        "RateLimit", quota.remainingHeader()));
    }
}
