package dev.solecast.http.request;

import jakarta.ws.rs.BeanParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters that a resource method declares, by itself or in its parameter beans. */
public final class QueryParameters {

    /** The most values of one parameter, separated by commas. */
    public static final int MOST_VALUES = 100;

    /** The largest length of one value, in UTF-16 units; of a cursor, which holds several. */
    public static final int LONGEST_VALUE = 1_000;

    private QueryParameters() {}

    /** The parameters and fields with {@link RestQuery}, in no particular order. */
    public static Stream<AnnotatedElement> declaredBy(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getDeclaredFields())
                        : Stream.of(parameter))
                .map(AnnotatedElement.class::cast)
                .filter(element -> element.isAnnotationPresent(RestQuery.class));
    }

    /** The name in the address. */
    public static String name(AnnotatedElement parameter) {
        return parameter.getAnnotation(RestQuery.class).value();
    }
}
