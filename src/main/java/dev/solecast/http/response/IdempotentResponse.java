package dev.solecast.http.response;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * An answer to be given again.
 *
 * @param body JSON; null if it had none
 */
record IdempotentResponse(
        int status, Map<String, String> headers, @Nullable String body) {

    RestResponse<?> response() {
        var response = RestResponse.ResponseBuilder.<Object>create(status);
        headers.forEach(response::header);
        if (body != null) {
            response.entity(body).header(HttpHeaders.CONTENT_TYPE, "application/json");
        }
        return response.build();
    }
}
