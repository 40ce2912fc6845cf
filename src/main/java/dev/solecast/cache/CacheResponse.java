package dev.solecast.cache;

import dev.solecast.change.EntryType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the answers of a method be kept, as the same for every caller, until something is changed that they rest on: the
 * entries that were read for them, whatever else is named here, and the day.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CacheResponse {

    /**
     * A list: of what types the entries are whose change can let something into it or out of it, or change its order. If
     * it is asked for by brand, model or the like, only changes about those count.
     */
    EntryType[] lists() default {};

    /** Whether it may rest on anything, and so is kept only until anything is changed. */
    boolean restsOnEverything() default false;
}
