package dev.solecast.auth;

import dev.solecast.http.FilterOrder;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Forbids caches to store responses that require a key, because they would serve them to others. */
class NoStoreFilter {

    @ServerResponseFilter(priority = FilterOrder.NO_STORE)
    void forbidStoring(ContainerResponseContext response, ResourceInfo resource) {
        var method = resource.getResourceMethod();
        if (method != null && method.isAnnotationPresent(RolesAllowed.class)) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
