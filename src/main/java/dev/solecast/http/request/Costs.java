package dev.solecast.http.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The price of a method that is not that of {@link Price#REQUEST}, or the surcharge for a query parameter. Two parameters
 * with the same surcharge cost it once.
 */
@Target({ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Costs {
    Price value();
}
