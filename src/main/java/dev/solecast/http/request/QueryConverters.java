package dev.solecast.http.request;

import dev.solecast.http.TextFormat;
import dev.solecast.http.WireName;
import dev.solecast.http.problem.Problem;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Converts query parameters to values; an unusable one is a problem that names the parameter and the remedy. */
@Provider
class QueryConverters implements ParamConverterProvider {

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        var reader = readerOf(type);
        if (reader == null) {
            return null;
        }
        return new Converter<>(name(annotations), reader.andThen(type::cast));
    }

    private static @Nullable Function<String, ?> readerOf(Class<?> type) {
        if (WireName.class.isAssignableFrom(type)) {
            return text -> constant(type.asSubclass(WireName.class), text);
        } else if (type.isRecord() && type.getPackageName().startsWith("dev.solecast.")) {
            return text -> recordOf(type, text);
        } else if (TextFormat.find(type).isPresent()) {
            return TextFormat.of(type)::parse;
        } else if (type == Double.class) {
            return text -> read(text, QueryConverters::chance, "a chance from 0 to 1, such as 0.5");
        } else if (type == Integer.class) {
            return text -> read(text, Integer::valueOf, "a whole number");
        } else if (type == Long.class) {
            return text -> read(text, Long::valueOf, "a whole number");
        } else if (type == Boolean.class) {
            return text -> read(text, QueryConverters::yesOrNo, "true or false");
        } else if (type == String.class) {
            return Function.identity();
        }
        return null;
    }

    private static <W extends WireName> W constant(Class<W> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.wireName().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("is not one of: " + WireName.list(type)));
    }

    /** Creates a record of one text, such as a slug or a region, whose constructor refuses invalid texts. */
    private static Object recordOf(Class<?> type, String text) {
        try {
            return type.getConstructor(String.class).newInstance(text);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "cannot be used: " + e.getTargetException().getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A parameter of a type that is no record of one text: " + type, e);
        }
    }

    private static Boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static double chance(String text) {
        if (!text.matches("0|1|[01]?\\.\\d{1,6}") || Double.parseDouble(text) > 1) {
            throw new IllegalArgumentException(text);
        }
        return Double.parseDouble(text);
    }

    private static <T> T read(String text, Function<String, T> reader, String expected) {
        try {
            return reader.apply(text);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("is not " + expected, e);
        }
    }

    /** The parameter's name, which every annotation must state because the converter does not get it otherwise. */
    private static String name(Annotation[] annotations) {
        for (var annotation : annotations) {
            if (annotation instanceof RestQuery query && !query.value().isEmpty()) {
                return query.value();
            } else if (annotation instanceof RestPath path && !path.value().isEmpty()) {
                return path.value();
            } else if (annotation instanceof RestHeader header
                    && !header.value().isEmpty()) {
                return header.value();
            }
        }
        throw new IllegalStateException("A parameter without its public name: " + Arrays.toString(annotations));
    }

    private record Converter<T>(String name, Function<String, T> reader) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException e) {
                throw Problem.parameter(name, "\"" + text + "\" " + e.getMessage() + ".");
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
