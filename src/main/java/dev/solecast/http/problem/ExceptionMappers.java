package dev.solecast.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.solecast.http.MergePatch;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Maps every exception that can end a request to a problem; unexpected ones are defects of the service and are logged.
 */
public class ExceptionMappers {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

    private final AllowedMethods allowedMethods;

    ExceptionMappers(AllowedMethods allowedMethods) {
        this.allowedMethods = allowedMethods;
    }

    @ServerExceptionMapper
    RestResponse<Void> moved(MovedPermanently moved, @Context UriInfo uri) {
        var address = moved.address(uri.getPath(), uri.getRequestUri().getRawQuery());
        return RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }

    @ServerExceptionMapper
    RestResponse<ProblemView> problem(Problem problem) {
        return problem.toResponse();
    }

    /** The connection is already closed; this response is never sent. */
    @ServerExceptionMapper
    RestResponse<Void> aborted(AbortedResponse aborted) {
        return RestResponse.status(RestResponse.Status.SERVICE_UNAVAILABLE);
    }

    /** Maps refusals by the framework, which also wraps problems thrown while parameters are read. */
    @ServerExceptionMapper
    RestResponse<ProblemView> refusedByTheFramework(
            WebApplicationException e, @Context UriInfo uri, @Context Request request) {
        if (e.getCause() instanceof Problem problem) {
            return problem(problem);
        } else if (e.getCause() instanceof JsonProcessingException json) {
            return problem(JsonErrors.problem(json));
        }
        var refusal = e.getResponse();
        return switch (refusal.getStatus()) {
            // Where several resources share a path prefix, the framework confuses these two.
            case 404, 405 -> noRoute(uri.getPath(), request.getMethod());
            case 406 ->
                toResponse(
                        ProblemCode.NOT_ACCEPTABLE,
                        "There is no answer of a type that Accept names; send */*, or application/json for data.");
            case 415 ->
                toResponse(
                        ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                        "Send the body as "
                                + (request.getMethod().equals("PATCH") ? MergePatch.MEDIA_TYPE : "application/json")
                                + ".");
            default ->
                refusal.getStatus() < 500
                        ? toResponse(
                                ProblemCode.MALFORMED_REQUEST,
                                "The request cannot be read; check its headers and body.")
                        : unexpected(e, request);
        };
    }

    private RestResponse<ProblemView> noRoute(String path, String method) {
        var allowed = allowedMethods.of(path);
        if (allowed.isEmpty() || allowed.contains(method)) {
            return toResponse(ProblemCode.NOT_FOUND, "There is nothing at " + path + "; /docs lists what there is.");
        }
        var methods = String.join(", ", allowed);
        var detail = path + " does not answer to " + method + ", but to: " + methods + ".";
        return builder(view(ProblemCode.METHOD_NOT_ALLOWED, detail))
                .header(HttpHeaders.ALLOW, methods)
                .build();
    }

    @ServerExceptionMapper
    RestResponse<ProblemView> invalid(ConstraintViolationException e) {
        return problem(e).toResponse();
    }

    static Problem problem(ConstraintViolationException e) {
        var errors = new TreeMap<String, String>();
        for (var violation : e.getConstraintViolations()) {
            errors.merge(publicName(violation), violation.getMessage(), (one, other) -> one + "; " + other);
        }
        return Problem.fields(ProblemCode.INVALID_BODY, "Correct the fields listed in errors.", errors);
    }

    @ServerExceptionMapper
    RestResponse<ProblemView> overtaken(OptimisticLockException e) {
        return toResponse(
                ProblemCode.PRECONDITION_FAILED,
                "Somebody else changed it at the same moment. Read it again, and send the change with the new ETag.");
    }

    /** Maps a constraint violated by two concurrent requests that had both passed their checks. */
    @ServerExceptionMapper
    RestResponse<ProblemView> collided(
            org.hibernate.exception.ConstraintViolationException e, @Context Request request) {
        var known = ConstraintProblems.findIn(e);
        if (known.isPresent()) {
            return problem(known.get());
        } else if (e.getKind() != org.hibernate.exception.ConstraintViolationException.ConstraintKind.UNIQUE) {
            return unexpected(e, request);
        }
        return toResponse(
                ProblemCode.CONFLICT,
                "Somebody else stored the same at the same moment. Read what is there, and send the request again if"
                        + " it is still wanted.");
    }

    @ServerExceptionMapper
    RestResponse<ProblemView> unexpected(Throwable e, @Context Request request) {
        var outage = DatabaseOutage.findIn(e);
        if (outage.isPresent()) {
            return DatabaseOutage.toResponse(outage.get(), request);
        }
        LOG.error("A request failed for a reason of our own", e);
        return toResponse(
                ProblemCode.INTERNAL_ERROR, "This is our fault, not yours, and has been logged. Try again later.");
    }

    /** The property path without the Java method and parameter that bean validation puts first. */
    private static String publicName(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(violation.getRootBeanClass().isRecord() ? 0 : 2)
                // Of "origins[0].<list element>" the beginning says it all.
                .filter(node -> node.getKind() != ElementKind.CONTAINER_ELEMENT)
                .map(Path.Node::toString)
                .reduce((left, right) -> left + "." + right)
                .orElse("body");
    }

    private static ProblemView view(ProblemCode code, String detail) {
        return ProblemView.of(code, detail, List.of());
    }

    private static RestResponse<ProblemView> toResponse(ProblemCode code, String detail) {
        return toResponse(view(code, detail));
    }

    static RestResponse<ProblemView> toResponse(ProblemView view) {
        return builder(view).build();
    }

    private static RestResponse.ResponseBuilder<ProblemView> builder(ProblemView view) {
        // By number, because the framework's enum of statuses lacks some, such as 422.
        var builder = RestResponse.ResponseBuilder.<ProblemView>create(view.status())
                .entity(view)
                .type(MEDIA_TYPE);
        return view.status() == 401 ? builder.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer") : builder;
    }
}
