package dev.solecast.auth;

import dev.solecast.http.FilterOrder;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.http.request.RequestPrice;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Takes the rest of the price of a request that computes an answer for itself, beyond the token it came in with. */
class CostFilter {

    /** Never asks for more than the whole quota, so that a low limit makes nothing unreachable. */
    @ServerRequestFilter(priority = FilterOrder.COST)
    void takeRest(ResourceInfo resource, UriInfo uri, RoutingContext context) {
        var counted = CountedRequest.find(context);
        if (counted == null) {
            return;
        }
        int price = RequestPrice.of(resource.getResourceMethod(), uri.getQueryParameters())
                .tokens();
        int rest = Math.min(price, counted.quota().tokens()) - 1;
        if (rest > 0 && !counted.quota().tryTake(rest)) {
            throw Problem.passing(
                    ProblemCode.TOO_MANY_REQUESTS,
                    counted.quota().secondsUntilFull(),
                    "This request costs " + price + " tokens, which are more than are left. " + counted.detail());
        }
    }
}
