package dev.solecast.cache;

import dev.solecast.change.EntryType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method whose responses are cached and shared by all callers, until the day or one of their dependencies
 * changes. The dependencies are the entries that were read for the response, and those that are declared here.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CacheResponse {

    /**
     * For a list, the types of entries whose change can alter its members or its order. If the list is filtered by
     * brand, model or the like, only changes about those count.
     */
    EntryType[] lists() default {};

    /** Whether the response may depend on any entry, so that every change invalidates it. */
    boolean dependsOnEverything() default false;
}
