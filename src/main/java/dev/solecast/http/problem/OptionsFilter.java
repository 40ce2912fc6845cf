package dev.solecast.http.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code OPTIONS} with the methods of just this address: the framework lists those of all addresses that begin
 * alike.
 */
class OptionsFilter {

    private final AllowedMethods allowedMethods;

    OptionsFilter(AllowedMethods allowedMethods) {
        this.allowedMethods = allowedMethods;
    }

    @ServerRequestFilter(preMatching = true)
    @Nullable
    Response answer(ContainerRequestContext request) {
        if (!request.getMethod().equals("OPTIONS")) {
            return null;
        }
        var methods = allowedMethods.of(request.getUriInfo().getPath());
        return methods.isEmpty()
                ? null
                : Response.ok()
                        .header(HttpHeaders.ALLOW, String.join(", ", methods))
                        .build();
    }
}
