package dev.solecast.http.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells the next page in a {@code Link} header too, for clients that follow those. */
class NextLinkFilter {

    @ServerResponseFilter
    void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Page<?> page && page.next() != null) {
            response.getHeaders().putSingle("Link", "<" + page.next() + ">; rel=\"next\"");
        }
    }
}
