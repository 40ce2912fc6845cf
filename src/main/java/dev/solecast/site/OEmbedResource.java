package dev.solecast.site;

import dev.solecast.catalog.colorway.Picture;
import dev.solecast.http.PublicAddress;
import dev.solecast.http.Slug;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.http.request.IgnoreUnknownParameters;
import dev.solecast.release.ReleaseView;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Describes pages of this service to blog software and chats that show links as embeds (oembed.com). */
@Path("/oembed")
@RunOnVirtualThread
public class OEmbedResource {

    private static final int MAX_WIDTH = 640;
    private static final int RELEASE_HEIGHT = 240;
    private static final int NARROW_RELEASE_HEIGHT = 340;
    private static final int NARROW_BELOW = 600;
    private static final int LIST_HEIGHT = 560;
    private static final Pattern RELEASE = Pattern.compile("/releases/([a-z0-9-]+)/?");

    private final ReleaseBySlug releases;
    private final PublicAddress address;

    OEmbedResource(ReleaseBySlug releases, PublicAddress address) {
        this.releases = releases;
        this.address = address;
    }

    /** Describes one page. Consumers may add parameters of their own, which the specification allows us to ignore. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @IgnoreUnknownParameters
    @Operation(hidden = true)
    public OEmbed of(
            @RestQuery("url") @Nullable String url,
            @RestQuery("maxwidth") @Nullable Integer maxWidth,
            @RestQuery("maxheight") @Nullable Integer maxHeight,
            @RestQuery("format") @Nullable String format,
            UriInfo uri) {
        var home = address.of(uri);
        if (format != null && !format.equals("json")) {
            throw Problem.of(
                    ProblemCode.FORMAT_NOT_IMPLEMENTED, "format: there is only json; ask for it, or for no format.");
        } else if (url == null || url.isEmpty()) {
            throw Problem.parameter(
                    "url", "is missing; give the address of a page here, such as " + home + "/releases/….");
        } else if (home.isEmpty()) {
            // A frame of another site needs an absolute address, and the Host of this request is not one of ours.
            throw nothingToEmbed();
        }
        var widthLimit = limit("maxwidth", maxWidth);
        var heightLimit = limit("maxheight", maxHeight);
        var page = new QueryStringDecoder(pathOf(url, home));
        var release = RELEASE.matcher(page.path());
        if (release.matches()) {
            var found = getRelease(release.group(1));
            return OEmbed.of(
                    home,
                    found.title(),
                    home + FrameResource.PATH + "?release=" + found.slug(),
                    Math.min(MAX_WIDTH, widthLimit),
                    Math.min(widthLimit < NARROW_BELOW ? NARROW_RELEASE_HEIGHT : RELEASE_HEIGHT, heightLimit),
                    thumbnail(found, widthLimit, heightLimit));
        } else if (page.path().equals("/")) {
            return OEmbed.of(
                    home,
                    "What drops next",
                    home + FilterLinks.of(page.parameters()).appendTo(FrameResource.PATH),
                    Math.min(MAX_WIDTH, widthLimit),
                    Math.min(LIST_HEIGHT, heightLimit),
                    null);
        }
        throw nothingToEmbed();
    }

    /** Returns the release; one that was deleted or never existed is answered alike, because neither can be shown. */
    private ReleaseView getRelease(String slug) {
        try {
            return releases.get(new Slug(slug));
        } catch (IllegalArgumentException | Problem e) {
            throw nothingToEmbed();
        }
    }

    private static @Nullable Picture thumbnail(ReleaseView release, int widthLimit, int heightLimit) {
        var picture = release.colorway() == null ? null : release.colorway().picture();
        return picture != null
                        && SafeText.link(picture.url()) != null
                        && picture.width() <= widthLimit
                        && picture.height() <= heightLimit
                ? picture
                : null;
    }

    private static String pathOf(String url, String home) {
        if (url.equals(home) || url.startsWith(home + "?")) {
            return "/" + url.substring(home.length());
        } else if (url.startsWith(home + "/")) {
            return url.substring(home.length()).replaceFirst("#.*", "");
        }
        throw nothingToEmbed();
    }

    private static Problem nothingToEmbed() {
        return Problem.of(
                ProblemCode.NOT_FOUND,
                "There is no page to embed at that address; url has to be one of a release, or of the calendar, here.");
    }

    private static int limit(String name, @Nullable Integer requested) {
        if (requested != null && requested < 1) {
            throw Problem.parameter(name, requested + " is not a number of pixels.");
        }
        return requested == null ? Integer.MAX_VALUE : requested;
    }
}
