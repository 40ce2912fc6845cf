package dev.solecast.http.request;

import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Requires a body other than {@code null} wherever a method reads one. */
@Provider
class RequiredBodyInterceptor implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var body = context.proceed();
        if (body == null) {
            throw Problem.field(ProblemCode.INVALID_BODY, "body", "is needed; /docs shows what it looks like.");
        }
        return body;
    }
}
