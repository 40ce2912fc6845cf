package dev.solecast.http.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Adds the address of the next page as a {@code Link} header, for clients that follow those. */
class NextLinkFilter {

    @ServerResponseFilter
    void addLink(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Page<?> page && page.next() != null) {
            response.getHeaders().putSingle("Link", "<" + page.next() + ">; rel=\"next\"");
        }
    }
}
