package dev.solecast.http.request;

import dev.solecast.http.FilterOrder;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Takes a place for every request that computes its own answer, until that is written. Imports and methods with {@link
 * NoDeadline} take theirs themselves, unless their price says which.
 */
class BulkheadFilter {

    private final Bulkheads bulkheads;
    private final Held held;

    BulkheadFilter(Bulkheads bulkheads, Held held) {
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

    @ServerRequestFilter(priority = FilterOrder.BULKHEAD)
    void enter(ResourceInfo resource, UriInfo uri, Request request) {
        var price = RequestPrice.of(resource.getResourceMethod(), uri.getQueryParameters());
        var work = price.base().work();
        if (work != null) {
            held.hold(bulkheads.enter(work, price.tokens()));
        } else if (RequestDeadline.appliesTo(resource)) {
            held.hold(bulkheads.enter(
                    request.getMethod().equals("GET") ? Workload.READ : Workload.WRITE, price.tokens()));
        }
    }
}
