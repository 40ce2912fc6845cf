package dev.solecast.site;

import dev.solecast.http.request.IgnoreUnknownParameters;
import dev.solecast.http.response.RenderedText;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The page that explains how to embed releases, with the present address and hash of the component. */
@Path("/docs/embed")
public class EmbedDocsResource {

    private final PageLayout layout;

    EmbedDocsResource(PageLayout layout) {
        this.layout = layout;
    }

    /** The page. */
    @GET
    @Produces(ContentPolicy.HTML)
    @IgnoreUnknownParameters
    @Operation(hidden = true)
    public RestResponse<RenderedText> page(UriInfo uri) {
        var page = layout.page(
                uri,
                "/docs/embed",
                "Show releases on your site",
                "A web component, a frame and oEmbed: sneaker releases on any page, with honest dates.");
        var html = EmbedDocsRenderer.of().execute(new EmbedDocs(page, layout.absoluteUrl(uri, "")));
        return ContentPolicy.PAGE.respond(new RenderedText(html, now -> false));
    }
}
