package dev.solecast.feed;

import dev.solecast.change.ChangeLogReader;
import dev.solecast.http.Language;
import dev.solecast.http.PublicAddress;
import dev.solecast.http.page.Pages;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.request.Costs;
import dev.solecast.http.request.NoDeadline;
import dev.solecast.http.request.Price;
import dev.solecast.http.response.StreamedBody;
import dev.solecast.release.list.ReleaseFilter;
import dev.solecast.release.read.ReleaseStream;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Serves releases as a calendar to subscribe to. */
@Path("/v1/calendar.ics")
@Tag(name = "Feeds", description = "Releases for programs that people have already: calendars and feed readers.")
public class CalendarResource {

    private static final String ICALENDAR = "text/calendar";

    /** For one calendar, however fast its reader. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final ReleaseStream releases;
    private final ChangeLogReader changes;
    private final FeedTitle titles;
    private final Pages pages;
    private final PublicAddress address;
    private final String version;

    CalendarResource(
            ReleaseStream releases,
            ChangeLogReader changes,
            FeedTitle titles,
            Pages pages,
            PublicAddress address,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.releases = releases;
        this.changes = changes;
        this.titles = titles;
        this.pages = pages;
        this.address = address;
        this.version = version;
    }

    /** May take longer than other requests; its places are bounded instead. */
    @GET
    @RunOnVirtualThread
    @NoDeadline
    @Costs(Price.CALENDAR)
    @Produces(ICALENDAR + ";charset=UTF-8")
    @Operation(
            operationId = "getCalendar",
            summary = "A calendar to subscribe to",
            description = "iCalendar (RFC 5545). A release stands on its day, at its hour, or across the days of its "
                    + "window up to a month; an undated one is left out. What was released or cancelled more than a "
                    + "year ago is left out as well, unless from, to, release or asOf ask for it. What moves or is cancelled does so in the "
                    + "calendars of its subscribers too. Labels are in the language that Accept-Language asks for.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = ICALENDAR, schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<StreamedBody> calendar(
            @BeanParam ReleaseFilter filter,
            @RestQuery("vague")
                    @Parameter(
                            description =
                                    "What to do with windows longer than a month: skip leaves them out, end shows "
                                            + "them on their last day.",
                            schema = @Schema(implementation = LongWindows.class, defaultValue = "skip"))
                    @Nullable
                    LongWindows vague,
            @RestQuery("tz")
                    @Parameter(description = "The IANA zone whose day counts as today.", example = "America/New_York")
                    @Nullable
                    ZoneId tz,
            UriInfo uri,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers) {
        if (!filter.include().isEmpty()) {
            throw Problem.parameter("include", "adds nothing to a calendar; leave it out.");
        }
        var language = Language.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        var messages = new FeedMessages(language);
        var event = new ReleaseEvent(messages, address.of(uri));
        var today = pages.today(tz);
        var origin = String.join(
                " ",
                version,
                address.of(uri),
                String.valueOf(uri.getRequestUri().getRawQuery()),
                today.toString(),
                pages.today(null).toString(),
                changes.end().toString());
        var body = new StreamedBody(request, origin, LONGEST, response -> {
            var title = titles.of(filter, messages);
            var longWindows = vague == null ? LongWindows.SKIP : vague;
            var writer = new CalendarWriter(
                    title, event, longWindows, () -> new LineFolder(response.begin(origin, Map.of())));
            releases.read(filter, since(filter, today), longWindows.mostDays(), today, writer);
            writer.close();
        });
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .build();
    }

    /** The day before which what happened is left out; null where the filter itself says what is wanted. */
    private static @Nullable LocalDate since(ReleaseFilter filter, LocalDate today) {
        var asked = filter.from() != null
                || filter.to() != null
                || !filter.release().isEmpty();
        return asked ? null : today.minusYears(1);
    }
}
