package dev.solecast.cache;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a query parameter whose use makes the members or the order of a cached list depend on rumors, or on values
 * derived from them. {@code CachedParametersTest} names all parameters with and without it.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface DependsOnEvidence {

    /** Whether the response then depends on everything that was ever recorded, as one for a past day does. */
    boolean history() default false;
}
