package dev.solecast.feed;

import dev.solecast.http.Language;
import dev.solecast.http.request.Costs;
import dev.solecast.http.request.Price;
import dev.solecast.release.list.ReleaseFilter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves the changes of releases to feed readers. */
@Path("/v1")
@RunOnVirtualThread
@Tag(name = "Feeds")
public class FeedResource {

    private final NewsPages newsPages;

    FeedResource(NewsPages newsPages) {
        this.newsPages = newsPages;
    }

    @GET
    @Costs(Price.FEED)
    @Path("/feed.atom")
    @Produces(AtomFeed.MEDIA_TYPE + ";charset=UTF-8")
    @Operation(
            operationId = "getAtomFeed",
            summary = "What happened, as Atom",
            description = "New rumors and those taken back, dates that moved, releases confirmed, delayed, released or "
                    + "cancelled, newest first, of all releases that the filters find today. Changes of one moment, such as "
                    + "those of an import, share its time. Follow the link next for older ones. In the language that "
                    + "Accept-Language asks for.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = AtomFeed.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<String> atom(
            @BeanParam ReleaseFilter filter, @BeanParam FeedQuery query, UriInfo uri, @Context HttpHeaders headers) {
        var page = newsPages.page(filter, query, language(headers), uri);
        return RestResponse.ResponseBuilder.ok(AtomFeed.of(page))
                .header(HttpHeaders.CONTENT_LANGUAGE, page.language())
                .build();
    }

    @GET
    @Costs(Price.FEED)
    @Path("/feed.json")
    @Produces("application/feed+json")
    @Operation(
            operationId = "getJsonFeed",
            summary = "What happened, as JSON Feed",
            description = "The same as getAtomFeed; follow next_url.")
    public JsonFeed json(
            @BeanParam ReleaseFilter filter, @BeanParam FeedQuery query, UriInfo uri, @Context HttpHeaders headers) {
        return JsonFeed.of(newsPages.page(filter, query, language(headers), uri));
    }

    private static Language language(HttpHeaders headers) {
        return Language.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
