package dev.solecast.feed;

import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The title of a subscription, which tells it from others: "Solecast: kith, US". */
final class FeedTitle {

    private FeedTitle() {}

    /**
     * The title for the parameters of a request.
     *
     * @param ignored the names of parameters that narrow nothing
     */
    static String of(UriInfo uri, Set<String> ignored) {
        var values = uri.getQueryParameters().entrySet().stream()
                .filter(parameter -> !ignored.contains(parameter.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(parameter -> parameter.getValue().stream())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return ControlCharacters.stripToLine(values.isEmpty() ? "Solecast" : "Solecast: " + values);
    }
}
