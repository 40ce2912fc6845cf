package dev.solecast.http.response;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestResponse;

/** Carries out a request that names itself once, and remembers its answer in the same transaction. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class IdempotentInterceptor {

    private static final int LONGEST_KEY = 200;

    private final HttpServerRequest request;
    private final IdempotentResponses answers;
    private final ObjectMapper json;

    IdempotentInterceptor(HttpServerRequest request, IdempotentResponses answers, ObjectMapper json) {
        this.request = request;
        this.answers = answers;
        this.json = json;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        var key = request.getHeader(Idempotent.HEADER);
        if (key == null) {
            return QuarkusTransaction.joiningExisting().call(call::proceed);
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.of(
                    ProblemCode.MALFORMED_REQUEST,
                    Idempotent.HEADER + " has to have 1 to " + LONGEST_KEY + " characters; a random UUID does well.");
        }
        var fingerprint = fingerprint(call.getParameters());
        return QuarkusTransaction.joiningExisting().call(() -> {
            var remembered = answers.begin(key, fingerprint);
            if (remembered.isPresent()) {
                return remembered.get().response();
            }
            var response = (RestResponse<?>) call.proceed();
            answers.keep(key, fingerprint, remembered(response));
            return response;
        });
    }

    private IdempotentResponse remembered(RestResponse<?> response) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        response.getStringHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        var entity = response.getEntity();
        if (entity instanceof Versioned versioned) {
            headers.put(
                    HttpHeaders.ETAG,
                    EntityTag.of(json.writeValueAsBytes(entity), versioned).toString());
        }
        return new IdempotentResponse(
                response.getStatus(), headers, entity == null ? null : json.writeValueAsString(entity));
    }

    /** Of all that the request says, as it was understood. */
    private byte[] fingerprint(Object[] parameters) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.method() + " " + request.uri()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            for (var parameter : parameters) {
                digest.update(json.writeValueAsBytes(
                        parameter instanceof Record record ? record : String.valueOf(parameter)));
            }
            return Arrays.copyOf(digest.digest(), 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
