package dev.solecast.auth;

import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.http.problem.ProblemView;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Tells callers that Quarkus has refused which role is required, and which role their key has. */
class AccessProblems {

    private final Caller caller;

    AccessProblems(Caller caller) {
        this.caller = caller;
    }

    @ServerExceptionMapper
    RestResponse<ProblemView> withoutKey(UnauthorizedException e, SimpleResourceInfo resource) {
        return Problem.of(
                        ProblemCode.KEY_REQUIRED,
                        "This needs a key of the role " + requiredRole(resource)
                                + ", sent as Authorization: Bearer or as " + KeyMechanism.HEADER + ".")
                .toResponse();
    }

    @ServerExceptionMapper
    RestResponse<ProblemView> roleTooLow(ForbiddenException e, SimpleResourceInfo resource) {
        var ownRole = caller.key()
                .map(key -> "; yours, \"" + key.name() + "\", is of the role "
                        + key.role().wireName());
        return Problem.of(
                        ProblemCode.ROLE_REQUIRED,
                        "This needs a key of the role " + requiredRole(resource) + ownRole.orElse("") + ".")
                .toResponse();
    }

    private static String requiredRole(SimpleResourceInfo resource) {
        return Arrays.stream(resource.getResourceClass().getMethods())
                .filter(method -> method.getName().equals(resource.getMethodName()))
                .filter(method -> accepts(method.getParameterTypes(), resource.parameterTypes()))
                .map(method -> method.getAnnotation(RolesAllowed.class))
                .filter(allowed -> allowed != null)
                .map(allowed -> String.join(" or ", allowed.value()))
                .findFirst()
                .orElse(Roles.ADMIN);
    }

    /** Whether these are the declared types of these parameters, whose type variables may be resolved. */
    private static boolean accepts(Class<?>[] declared, Class<?>[] resolved) {
        return declared.length == resolved.length
                && IntStream.range(0, declared.length).allMatch(at -> declared[at].isAssignableFrom(resolved[at]));
    }
}
