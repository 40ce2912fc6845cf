package dev.solecast.http.response;

import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers to writes. */
public final class Created {

    private Created() {}

    /**
     * 201 with what was made.
     *
     * @param address where it is, from the root of this service
     */
    public static <T> RestResponse<T> created(String address, T made) {
        return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.CREATED, made)
                .location(URI.create(address))
                .build();
    }
}
