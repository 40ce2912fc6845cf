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
 * The filters of {@code /v1/releases} that an address contains, for attributes of the component and for links. Other
 * parameters are left out; so is {@code include}, which only changes the form of a response.
 */
record FilterLinks(List<Filter> filters) {

    private static final List<String> NAMES = Arrays.stream(ReleaseFilter.class.getDeclaredFields())
            .filter(field -> field.isAnnotationPresent(RestQuery.class))
            .map(FilterLinks::name)
            .filter(name -> !name.equals("include"))
            .toList();

    /** A filter with its values as written, separated by commas. */
    record Filter(String name, String value) {

        /** The name as an attribute of the component: {@code minConfidence} becomes {@code min-confidence}. */
        String attribute() {
            return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        }

        /** Name and value for people. */
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

    /** The names of all filters. */
    static List<String> names() {
        return NAMES;
    }

    /** Returns the filters except those with these names. */
    FilterLinks without(List<String> names) {
        return new FilterLinks(filters.stream()
                .filter(filter -> !names.contains(filter.name()))
                .toList());
    }

    /** Returns the value of a filter; empty if the address does not contain it. */
    String value(String name) {
        return filters.stream()
                .filter(filter -> filter.name().equals(name))
                .map(Filter::value)
                .findFirst()
                .orElse("");
    }

    /** Returns the path with the filters as its query. */
    String appendTo(String path) {
        return path
                + filters.stream()
                        .map(filter -> filter.name() + "=" + encoded(filter.value()))
                        .collect(Collectors.joining("&", filters.isEmpty() ? "" : "?", ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2C", ",");
    }

    private static String name(Field field) {
        return field.getAnnotation(RestQuery.class).value();
    }
}
