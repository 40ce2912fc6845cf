package dev.solecast.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;

/** Sends a problem as the response to a request that no resource method has been chosen for. */
@Singleton
public class ProblemSender {

    private final ObjectMapper json;

    ProblemSender(ObjectMapper json) {
        this.json = json;
    }

    /** Makes the client close the connection after this response; on HTTP/2, which has no such header, the others go on. */
    public static void closeConnection(RoutingContext context) {
        if (context.request().version() != HttpVersion.HTTP_2) {
            context.response().putHeader("Connection", "close");
        }
    }

    /**
     * Sends the problem and ends the request.
     *
     * @param headers additional headers of the response, by name
     */
    public void send(RoutingContext context, Problem problem, Map<String, String> headers) {
        var view = problem.view();
        var response = context.response().setStatusCode(view.status());
        headers.forEach(response::putHeader);
        try {
            response.putHeader("Content-Type", ExceptionMappers.MEDIA_TYPE)
                    .putHeader("Cache-Control", "no-store")
                    .end(json.writeValueAsString(view));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
