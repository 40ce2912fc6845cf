package dev.solecast.http.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** JSON that is no answer to what an address asks for. */
class JsonExceptionMapper {

    @ServerExceptionMapper
    RestResponse<ProblemView> mismatch(MismatchedInputException e) {
        return JsonErrors.problem(e).answer();
    }
}
