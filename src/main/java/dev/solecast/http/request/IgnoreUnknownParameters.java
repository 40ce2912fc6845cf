package dev.solecast.http.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a method ignore query parameters that it does not declare, including empty ones: other sites that spread its
 * address append their own, such as {@code fbclid} and {@code utm_source} to a link or {@code dnt} to an oEmbed
 * request.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface IgnoreUnknownParameters {}
