package dev.solecast.http.response;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * A stored response, to be sent again.
 *
 * @param body the JSON body; null if the response had none
 */
record IdempotentResponse(
        int status, Map<String, String> headers, @Nullable String body) {

    RestResponse<?> toResponse() {
        var response = RestResponse.ResponseBuilder.<Object>create(status);
        headers.forEach(response::header);
        if (body != null) {
            response.entity(body).header(HttpHeaders.CONTENT_TYPE, "application/json");
        }
        return response.build();
    }
}
