package dev.solecast.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;

/** Answers a request with a problem before any resource is chosen for it. */
@Singleton
public class ProblemSender {

    private final ObjectMapper json;

    ProblemSender(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Ends the request.
     *
     * @param headers more of them, by their names
     */
    public void answer(RoutingContext context, Problem problem, Map<String, String> headers) {
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
