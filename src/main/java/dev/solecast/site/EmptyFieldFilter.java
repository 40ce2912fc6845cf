package dev.solecast.site;

import dev.solecast.http.FilterOrder;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Removes the empty fields that browsers without scripts submit with the calendar's form, by a redirect. */
class EmptyFieldFilter {

    @ServerRequestFilter(priority = FilterOrder.EMPTY_FIELDS)
    Optional<RestResponse<Void>> removeEmptyFields(ContainerRequestContext request, ResourceInfo resource) {
        var query = request.getUriInfo().getRequestUri().getRawQuery();
        if (!CalendarPageResource.class.equals(resource.getResourceClass())
                || query == null
                || Arrays.stream(query.split("&")).noneMatch(EmptyFieldFilter::isEmpty)) {
            return Optional.empty();
        }
        var remaining =
                Arrays.stream(query.split("&")).filter(field -> !isEmpty(field)).collect(Collectors.joining("&"));
        return Optional.of(RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.FOUND)
                .header(HttpHeaders.LOCATION, remaining.isEmpty() ? "/" : "/?" + remaining)
                .build());
    }

    private static boolean isEmpty(String field) {
        return field.endsWith("=") || !field.contains("=");
    }
}
