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

/** Tells blog software and chats how to show a link to one of our pages (oembed.com). */
@Path("/oembed")
@RunOnVirtualThread
public class OEmbedResource {

    private static final int WIDTH = 640;
    private static final int HEIGHT_OF_ONE = 240;
    private static final int HEIGHT_OF_ONE_IF_NARROW = 340;
    private static final int NARROW = 600;
    private static final int HEIGHT_OF_LIST = 560;
    private static final Pattern RELEASE = Pattern.compile("/releases/([a-z0-9]+(?:-[a-z0-9]+)*)/?");

    private final ReleaseBySlug releases;
    private final PublicAddress address;

    OEmbedResource(ReleaseBySlug releases, PublicAddress address) {
        this.releases = releases;
        this.address = address;
    }

    /** The oEmbed of one page. Who asks adds parameters of its own, which the specification lets us ignore. */
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
        }
        var widest = longest("maxwidth", maxWidth);
        var highest = longest("maxheight", maxHeight);
        var page = new QueryStringDecoder(pathOf(url, home));
        var release = RELEASE.matcher(page.path());
        if (release.matches()) {
            var found = found(release.group(1), url);
            return OEmbed.of(
                    home,
                    found.title(),
                    home + FrameResource.PATH + "?release=" + found.slug(),
                    Math.min(WIDTH, widest),
                    Math.min(widest < NARROW ? HEIGHT_OF_ONE_IF_NARROW : HEIGHT_OF_ONE, highest),
                    thumbnail(found, widest, highest));
        } else if (page.path().equals("/")) {
            return OEmbed.of(
                    home,
                    "What drops next",
                    home + FilterLinks.of(page.parameters()).behind(FrameResource.PATH),
                    Math.min(WIDTH, widest),
                    Math.min(HEIGHT_OF_LIST, highest),
                    null);
        }
        throw nothingAt(url);
    }

    /** A release that is deleted or never was is the same to who asks: there is nothing to show. */
    private ReleaseView found(String slug, String url) {
        try {
            return releases.release(new Slug(slug));
        } catch (IllegalArgumentException | Problem e) {
            throw nothingAt(url);
        }
    }

    private static @Nullable Picture thumbnail(ReleaseView release, int widest, int highest) {
        var picture = release.colorway() == null ? null : release.colorway().picture();
        return picture != null
                        && SafeText.link(picture.url()) != null
                        && picture.width() <= widest
                        && picture.height() <= highest
                ? picture
                : null;
    }

    private static String pathOf(String url, String home) {
        if (url.equals(home) || url.startsWith(home + "?")) {
            return "/" + url.substring(home.length());
        } else if (url.startsWith(home + "/")) {
            return url.substring(home.length()).replaceFirst("#.*", "");
        }
        throw nothingAt(url);
    }

    private static Problem nothingAt(String url) {
        return Problem.of(ProblemCode.NOT_FOUND, "There is no page to embed at " + url + ".");
    }

    private static int longest(String name, @Nullable Integer given) {
        if (given != null && given < 1) {
            throw Problem.parameter(name, given + " is not a number of pixels.");
        }
        return given == null ? Integer.MAX_VALUE : given;
    }
}
