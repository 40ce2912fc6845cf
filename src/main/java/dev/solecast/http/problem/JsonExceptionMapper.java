package dev.solecast.http.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps JSON that does not fit the type that an address expects. */
class JsonExceptionMapper {

    @ServerExceptionMapper
    RestResponse<ProblemView> mismatch(MismatchedInputException e) {
        return JsonErrors.problem(e).toResponse();
    }
}
