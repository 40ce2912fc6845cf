package dev.solecast.http.request;

import dev.solecast.http.FilterOrder;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Takes a place for every request that computes its own answer. Imports and methods with {@link NoDeadline} take theirs
 * themselves, unless their price says which.
 */
class BulkheadFilter {

    private final RequestPlace place;

    BulkheadFilter(RequestPlace place) {
        this.place = place;
    }

    @ServerRequestFilter(priority = FilterOrder.BULKHEAD)
    void enter(ResourceInfo resource, UriInfo uri, Request request) {
        var price = RequestPrice.of(resource.getResourceMethod(), uri.getQueryParameters());
        var work = price.base().work();
        if (work != null) {
            place.take(work, price.tokens());
        } else if (RequestDeadline.appliesTo(resource)) {
            place.take(request.getMethod().equals("GET") ? Workload.READ : Workload.WRITE, price.tokens());
        }
    }
}
