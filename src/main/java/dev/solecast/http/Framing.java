package dev.solecast.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Forbids that an answer of ours is shown in a frame of another site, unless it has a policy of its own. */
@Singleton
class Framing {

    private static final String POLICY = "Content-Security-Policy";
    private static final int EARLY = 1_500;

    void register(@Observes Filters filters) {
        filters.register(this::forbid, EARLY);
    }

    private void forbid(RoutingContext context) {
        context.addHeadersEndHandler(sent -> {
            var headers = context.response().headers();
            if (!headers.contains(POLICY)) {
                headers.set(POLICY, "frame-ancestors 'none'");
            }
        });
        context.next();
    }
}
