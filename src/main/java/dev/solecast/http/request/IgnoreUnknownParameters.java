package dev.solecast.http.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a method ignore query parameters that it does not declare, empty ones too: its address is spread by others, who
 * add their own to it, such as {@code fbclid} and {@code utm_source} to a link or {@code dnt} to a question of oEmbed.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface IgnoreUnknownParameters {}
