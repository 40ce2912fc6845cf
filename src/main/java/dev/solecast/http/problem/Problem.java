package dev.solecast.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** Thrown to answer a request with an RFC 9457 problem; its message is the {@code detail} that a caller reads. */
public final class Problem extends RuntimeException {

    private final transient ProblemView view;
    private final long retryAfterSeconds;

    private Problem(ProblemCode code, String detail, List<ProblemView.Field> errors) {
        this(code, detail, errors, 0);
    }

    private Problem(ProblemCode code, String detail, List<ProblemView.Field> errors, long retryAfterSeconds) {
        super(detail, null, false, false);
        this.view = ProblemView.of(code, detail, errors);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /**
     * Creates a problem with this code.
     *
     * @param detail the fault and its remedy, for people; without Java names and SQL
     */
    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, detail, List.of());
    }

    /**
     * Creates a problem that passes, answered with {@code Retry-After}.
     *
     * @param seconds the time after which to try again, at least 1
     */
    public static Problem passing(ProblemCode code, long seconds, String detail) {
        return new Problem(code, detail, List.of(), seconds);
    }

    /**
     * Creates a problem about a query parameter with an unusable value.
     *
     * @param name the name of the parameter as written in the address
     * @param why the fault of the value and the correct form
     */
    public static Problem parameter(String name, String why) {
        return field(ProblemCode.INVALID_PARAMETER, name, why);
    }

    /**
     * Creates a problem about a field or parameter.
     *
     * @param name its public name
     * @param why the fault of the field and the correct form
     */
    public static Problem field(ProblemCode code, String name, String why) {
        return new Problem(code, name + ": " + why, List.of(new ProblemView.Field(name, why)));
    }

    /**
     * Creates a problem with this code about several fields.
     *
     * @param errors the fault of each field, by its public name, in the order of display
     */
    public static Problem fields(ProblemCode code, String detail, Map<String, String> errors) {
        return new Problem(
                code,
                detail,
                errors.entrySet().stream()
                        .map(error -> new ProblemView.Field(error.getKey(), error.getValue()))
                        .toList());
    }

    /** Creates a problem about a query parameter that the resource does not have. */
    public static Problem unknownParameter(String name, String why) {
        return new Problem(ProblemCode.UNKNOWN_PARAMETER, why, List.of(new ProblemView.Field(name, why)));
    }

    /** Builds the response with this problem, for exception mappers. */
    public RestResponse<ProblemView> toResponse() {
        var response = ExceptionMappers.toResponse(view);
        if (retryAfterSeconds > 0) {
            response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, Long.toString(retryAfterSeconds));
        }
        return response;
    }

    /** Finds the problem that an exception means to the caller; empty if the caller is not at fault. */
    public static Optional<Problem> findIn(Throwable e) {
        return switch (e) {
            case Problem problem -> Optional.of(problem);
            case ConstraintViolationException invalid -> Optional.of(ExceptionMappers.problem(invalid));
            case WebApplicationException refused
            when refused.getCause() instanceof JsonProcessingException json -> Optional.of(JsonErrors.problem(json));
            default -> ConstraintProblems.findIn(e);
        };
    }

    /** The body of the response. */
    public ProblemView view() {
        return view;
    }
}
