package dev.solecast.cache;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a query parameter by whose use a cached list depends on rumors and what is derived from them, in its members or
 * its order. {@code CachedParametersTest} names all parameters that have it, and all that have not.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface DependsOnEvidence {

    /** Whether the response then depends on all that was ever known, as one of a past day does. */
    boolean history() default false;
}
