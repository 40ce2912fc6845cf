package dev.solecast.auth;

import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.http.problem.ProblemView;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Tells callers whom Quarkus has refused which role is needed, and which they have. */
class AccessProblems {

    private final Caller caller;

    AccessProblems(Caller caller) {
        this.caller = caller;
    }

    @ServerExceptionMapper
    RestResponse<ProblemView> withoutKey(UnauthorizedException e, SimpleResourceInfo resource) {
        return Problem.of(
                        ProblemCode.KEY_REQUIRED,
                        "This needs a key of the role " + needed(resource) + ", sent as Authorization: Bearer or as "
                                + KeyMechanism.HEADER + ".")
                .answer();
    }

    @ServerExceptionMapper
    RestResponse<ProblemView> roleTooLow(ForbiddenException e, SimpleResourceInfo resource) {
        var had = caller.key()
                .map(key -> "; yours, \"" + key.name() + "\", is of the role "
                        + key.role().word());
        return Problem.of(
                        ProblemCode.ROLE_REQUIRED,
                        "This needs a key of the role " + needed(resource) + had.orElse("") + ".")
                .answer();
    }

    private static String needed(SimpleResourceInfo resource) {
        return Arrays.stream(resource.getResourceClass().getMethods())
                .filter(method -> method.getName().equals(resource.getMethodName()))
                .filter(method -> Arrays.equals(method.getParameterTypes(), resource.parameterTypes()))
                .map(method -> method.getAnnotation(RolesAllowed.class))
                .filter(allowed -> allowed != null)
                .map(allowed -> String.join(" or ", allowed.value()))
                .findFirst()
                .orElse(Roles.ADMIN);
    }
}
