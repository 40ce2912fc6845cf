package dev.solecast.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** Thrown to answer a request with an RFC 9457 problem; its message is the {@code detail} that a caller reads. */
public final class Problem extends RuntimeException {

    private final transient ProblemView view;

    private Problem(ProblemCode code, String detail, List<ProblemView.Field> errors) {
        super(detail, null, false, false);
        this.view = ProblemView.of(code, detail, errors);
    }

    /**
     * A problem of this code.
     *
     * @param detail what is wrong here and what to do about it, for people; no Java names, no SQL
     */
    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, detail, List.of());
    }

    /**
     * A query parameter whose value cannot be used.
     *
     * @param name the parameter as it is written in the address
     * @param why what is wrong with the value and what would be right
     */
    public static Problem parameter(String name, String why) {
        return field(ProblemCode.INVALID_PARAMETER, name, why);
    }

    /**
     * A field or parameter at fault.
     *
     * @param name its public name
     * @param why what is wrong with it and what would be right
     */
    public static Problem field(ProblemCode code, String name, String why) {
        return new Problem(code, name + ": " + why, List.of(new ProblemView.Field(name, why)));
    }

    /**
     * A problem of this code with several fields at fault.
     *
     * @param errors by their public names, in the order to be shown, why
     */
    public static Problem fields(ProblemCode code, String detail, Map<String, String> errors) {
        return new Problem(
                code,
                detail,
                errors.entrySet().stream()
                        .map(error -> new ProblemView.Field(error.getKey(), error.getValue()))
                        .toList());
    }

    /** A query parameter that the resource does not have. */
    public static Problem unknownParameter(String name, String why) {
        return new Problem(ProblemCode.UNKNOWN_PARAMETER, why, List.of(new ProblemView.Field(name, why)));
    }

    /** For mappers of exceptions that mean this problem. */
    public RestResponse<ProblemView> answer() {
        return ExceptionMappers.answer(view);
    }

    /** What an exception is to the caller; empty if it is not his fault. */
    public static Optional<Problem> behind(Throwable e) {
        return switch (e) {
            case Problem problem -> Optional.of(problem);
            case ConstraintViolationException invalid -> Optional.of(ExceptionMappers.problem(invalid));
            case WebApplicationException refused
            when refused.getCause() instanceof JsonProcessingException json -> Optional.of(JsonErrors.problem(json));
            default -> Optional.empty();
        };
    }

    /** What the caller is answered. */
    public ProblemView view() {
        return view;
    }
}
