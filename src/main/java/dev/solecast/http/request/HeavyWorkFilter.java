package dev.solecast.http.request;

import dev.solecast.http.FilterOrder;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Takes a place for every request whose price says that it is heavy, until the last byte of its answer is written. */
class HeavyWorkFilter {

    private final Bulkheads bulkheads;
    private final Held held;

    HeavyWorkFilter(Bulkheads bulkheads, Held held) {
        this.bulkheads = bulkheads;
        this.held = held;
    }

    /** The place of the current request. A streamed body is written within the scope of its request. */
    @RequestScoped
    static class Held {

        private Bulkheads.@Nullable Permit permit;

        void hold(Bulkheads.Permit taken) {
            permit = taken;
        }

        @PreDestroy
        void release() {
            if (permit != null) {
                permit.close();
            }
        }
    }

    @ServerRequestFilter(priority = FilterOrder.HEAVY_WORK)
    void enter(ResourceInfo resource, UriInfo uri) {
        var work = RequestPrice.of(resource.getResourceMethod(), uri.getQueryParameters())
                .work();
        if (work != null) {
            held.hold(bulkheads.enter(work));
        }
    }
}
