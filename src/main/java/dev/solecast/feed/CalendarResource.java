package dev.solecast.feed;

import dev.solecast.http.Language;
import dev.solecast.http.PublicAddress;
import dev.solecast.http.page.Pages;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.response.PrecompressedBody;
import dev.solecast.release.list.ReleaseFilter;
import dev.solecast.release.read.ReleaseStream;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.ZoneId;
import java.util.Set;
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

    private final ReleaseStream releases;
    private final Pages pages;
    private final PublicAddress address;

    CalendarResource(ReleaseStream releases, Pages pages, PublicAddress address) {
        this.releases = releases;
        this.pages = pages;
        this.address = address;
    }

    /** Runs on a worker thread because it takes long; the deadline of other requests does not apply there. */
    @GET
    @Blocking
    @Produces(ICALENDAR + ";charset=UTF-8")
    @Operation(
            operationId = "getCalendar",
            summary = "A calendar to subscribe to",
            description = "iCalendar (RFC 5545). A release stands on its day, at its hour, or across the days of its "
                    + "window up to a month; an undated one is left out. What moves or is cancelled does so in the "
                    + "calendars of its subscribers too. Labels are in the language that Accept-Language asks for.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = ICALENDAR, schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<PrecompressedBody> calendar(
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
            @Context HttpHeaders headers) {
        if (!filter.include().isEmpty()) {
            throw Problem.parameter("include", "adds nothing to a calendar; leave it out.");
        }
        var language = Language.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        var event = new ReleaseEvent(new FeedMessages(language), address.of(uri));
        var body = PrecompressedBody.of(out -> {
            var calendar = new CalendarWriter(new LineFolder(out), event, vague == null ? LongWindows.SKIP : vague);
            calendar.open(FeedTitle.of(uri, Set.of("tz", "vague")));
            releases.read(filter, pages.today(tz), calendar);
            calendar.close();
        });
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .build();
    }
}
