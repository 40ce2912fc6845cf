package dev.solecast.http.response;

import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** Builds responses to requests that create something. */
public final class Created {

    private Created() {}

    /**
     * Builds a 201 response with the created resource.
     *
     * @param address the address of the resource, from the root of this service
     */
    public static <T> RestResponse<T> created(String address, T entity) {
        return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.CREATED, entity)
                .location(URI.create(address))
                .build();
    }
}
