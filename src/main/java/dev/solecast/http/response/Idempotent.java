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

    /** The description of that header in the contract. */
    String DESCRIPTION =
            "Your name for this act, best a random UUID: sent again with it within 24 hours, the request is"
                    + " answered as it was and not carried out again.";

    /** An example of such a key. */
    String EXAMPLE = "2f1c8e7a-6d0b-4b7e-9f8a-1f0d3c5b7a90";

    /** The largest length of a key in characters. */
    int LONGEST_KEY = 200;
}
