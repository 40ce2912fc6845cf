package dev.solecast.http.response;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method whose requests may carry an {@code Idempotency-Key}, so that sending one again repeats the response
 * and not the action. The whole method runs in one transaction; it must return a {@code RestResponse} with a record or
 * without a body.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    /** The header with the caller's key for the request. */
    String HEADER = "Idempotency-Key";
}
