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

/** Executes a request with an {@code Idempotency-Key} once, and stores its response in the same transaction. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class IdempotentInterceptor {

    private final HttpServerRequest request;
    private final IdempotentResponses responses;
    private final ObjectMapper json;

    IdempotentInterceptor(HttpServerRequest request, IdempotentResponses responses, ObjectMapper json) {
        this.request = request;
        this.responses = responses;
        this.json = json;
    }

    @AroundInvoke
    Object executeOnce(InvocationContext call) throws Exception {
        var key = request.getHeader(Idempotent.HEADER);
        if (key == null) {
            return QuarkusTransaction.joiningExisting().call(call::proceed);
        }
        if (key.isBlank() || key.length() > Idempotent.LONGEST_KEY) {
            throw Problem.of(
                    ProblemCode.MALFORMED_REQUEST,
                    Idempotent.HEADER + " has to have 1 to " + Idempotent.LONGEST_KEY
                            + " characters; a random UUID does well.");
        }
        var fingerprint = fingerprint(call.getParameters());
        return QuarkusTransaction.joiningExisting().call(() -> {
            var stored = responses.lockAndFind(key, fingerprint);
            if (stored.isPresent()) {
                return stored.get().toResponse();
            }
            var response = (RestResponse<?>) call.proceed();
            responses.store(key, fingerprint, toStored(response));
            return response;
        });
    }

    private IdempotentResponse toStored(RestResponse<?> response) throws IOException {
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

    /** The hash of the method, the address and the parsed parameters of the request. */
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
