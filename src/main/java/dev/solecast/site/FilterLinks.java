package dev.solecast.site;

import dev.solecast.release.list.ReleaseFilter;
import java.lang.reflect.Field;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The filters of {@code /v1/releases} in an address, as the attributes of the component have them and as others pass
 * them on. What is no filter is left out; so is what only changes the form of an answer of the API.
 */
record FilterLinks(List<Filter> given) {

    private static final List<String> NAMES = Arrays.stream(ReleaseFilter.class.getDeclaredFields())
            .filter(field -> field.isAnnotationPresent(RestQuery.class))
            .map(FilterLinks::name)
            .filter(name -> !name.equals("include"))
            .toList();

    /** One of them, its values as they were written. */
    record Filter(String name, String value) {

        /** Its name as an attribute of the component. */
        String attribute() {
            return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        }

        /** For people. */
        String words() {
            return SafeText.text(attribute().replace('-', ' ') + ": "
                    + value.replace('-', ' ').replace(",", ", "));
        }
    }

    static FilterLinks of(Map<String, List<String>> parameters) {
        return new FilterLinks(NAMES.stream()
                .filter(parameters::containsKey)
                .map(name -> new Filter(name, String.join(",", parameters.get(name))))
                .filter(filter -> !filter.value().isEmpty())
                .toList());
    }

    /** All there are. */
    static List<String> names() {
        return NAMES;
    }

    /** All but these. */
    FilterLinks without(List<String> names) {
        return new FilterLinks(
                given.stream().filter(filter -> !names.contains(filter.name())).toList());
    }

    /** The value of one; empty if it is not given. */
    String value(String name) {
        return given.stream()
                .filter(filter -> filter.name().equals(name))
                .map(Filter::value)
                .findFirst()
                .orElse("");
    }

    /** A path with them, ready to be followed. */
    String behind(String path) {
        return path
                + given.stream()
                        .map(filter -> filter.name() + "=" + encoded(filter.value()))
                        .collect(Collectors.joining("&", given.isEmpty() ? "" : "?", ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2C", ",");
    }

    private static String name(Field field) {
        return field.getAnnotation(RestQuery.class).value();
    }
}
