package dev.solecast.http.request;

import dev.solecast.http.FilterOrder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Forbids other sites to show a response in a frame, unless it has a policy of its own. */
@Singleton
class FramePolicyFilter {

    private static final CharSequence POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence NO_FRAMES = HttpHeaders.createOptimized("frame-ancestors 'none'");

    void register(@Observes Filters filters) {
        filters.register(this::forbid, FilterOrder.FRAME_POLICY);
    }

    private void forbid(RoutingContext context) {
        context.addHeadersEndHandler(sent -> {
            var headers = context.response().headers();
            if (!headers.contains(POLICY)) {
                headers.set(POLICY, NO_FRAMES);
            }
        });
        context.next();
    }
}
