package dev.solecast.feed;

import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What a subscription is called where it stands among others: "Solecast: kith, US". */
final class FeedTitle {

    private FeedTitle() {}

    /**
     * @param but parameters that narrow nothing
     */
    static String of(UriInfo uri, Set<String> but) {
        var narrowing = uri.getQueryParameters().entrySet().stream()
                .filter(parameter -> !but.contains(parameter.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(parameter -> parameter.getValue().stream())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return ControlCharacters.line(narrowing.isEmpty() ? "Solecast" : "Solecast: " + narrowing);
    }
}
