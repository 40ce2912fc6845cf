package dev.solecast.site;

import dev.solecast.http.request.IgnoreUnknownParameters;
import dev.solecast.http.response.RenderedText;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** How to put releases on another site; with the address and the hash of the component as they are. */
@Path("/docs/embed")
public class EmbedDocsResource {

    private final PageLayout shell;

    EmbedDocsResource(PageLayout shell) {
        this.shell = shell;
    }

    /** The page. */
    @GET
    @Produces(ContentPolicy.HTML)
    @IgnoreUnknownParameters
    @Operation(hidden = true)
    public RestResponse<RenderedText> page(UriInfo uri) {
        var page = shell.page(
                uri,
                "/docs/embed",
                "Show releases on your site",
                "A web component, a frame and oEmbed: sneaker releases on any page, with honest dates.");
        var html = EmbedDocsRenderer.of().execute(new EmbedDocs(page, shell.inFull(uri, "")));
        return ContentPolicy.PAGE.answer(new RenderedText(html, now -> false));
    }
}
