package dev.solecast.http.response;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A request that may name itself by {@code Idempotency-Key}, so that sending it again repeats the answer and not the
 * act. The whole method becomes one transaction; it returns a {@code RestResponse} with a record, or with nothing.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    /** The header with the caller's name of the request. */
    String HEADER = "Idempotency-Key";
}
