package dev.solecast.auth;

import dev.solecast.http.FilterOrder;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.http.problem.ProblemSender;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Refuses a key used from a web page whose origin it does not allow. The pages of the service itself may use any key,
 * because people type their own in there.
 */
@Singleton
class KeyOriginFilter {

    private final ProblemSender problemSender;

    KeyOriginFilter(ProblemSender problemSender) {
        this.problemSender = problemSender;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.KEY_ORIGIN);
    }

    private void check(RoutingContext context) {
        var origin = context.request().getHeader("Origin");
        if (origin != null
                && context.user() instanceof QuarkusHttpUser user
                && user.getSecurityIdentity().getAttribute(CachedKey.ATTRIBUTE) instanceof CachedKey key
                && !key.origins().contains(origin)
                && !isOwn(origin, context.request())) {
            var problem = Problem.of(
                    ProblemCode.ORIGIN_NOT_ALLOWED,
                    "The key \"" + key.name() + "\" may not be used from pages of this origin"
                            + (key.origins().isEmpty()
                                    ? ", nor of any other."
                                    : ", but from: " + String.join(", ", key.origins()) + "."));
            problemSender.send(context, problem, Map.of());
        } else {
            context.next();
        }
    }

    /** Ignores the scheme, because a proxy that terminates TLS need not forward it. */
    private static boolean isOwn(String origin, HttpServerRequest request) {
        var own = request.authority();
        return own != null && origin.matches("https?://.*") && origin.endsWith("://" + own);
    }
}
