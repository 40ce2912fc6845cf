package dev.solecast.site;

import dev.solecast.http.Slug;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.response.Imminent;
import dev.solecast.http.response.RenderedText;
import dev.solecast.release.list.ReleaseFilter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The page for other sites' frames; the only one of ours that may be framed. */
@Path("/embed/drops")
@RunOnVirtualThread
public class FrameResource {

    static final String PATH = "/embed/drops";

    private static final Set<String> THEMES = Set.of("light", "dark", "auto");
    private static final Set<String> LANGUAGES = Set.of("en", "de", "fr", "es", "ja");
    private static final Imminent NOTHING_IN_IT = now -> false;

    private final ReleaseBySlug shown;
    private final PageLayout shell;

    FrameResource(ReleaseBySlug shown, PageLayout shell) {
        this.shown = shown;
        this.shell = shell;
    }

    /**
     * Every filter of {@code /v1/releases}, or one release.
     *
     * @param theme light, dark or auto, which follows the reader's system; auto unless given
     */
    @GET
    @Produces(ContentPolicy.HTML)
    @Operation(hidden = true)
    public RestResponse<RenderedText> drops(
            @BeanParam ReleaseFilter filter,
            @RestQuery("release") @Nullable Slug release,
            @RestQuery("limit") @Nullable Integer limit,
            @RestQuery("theme") @Nullable String theme,
            @RestQuery("lang") @Nullable String lang,
            UriInfo uri) {
        var language = oneOf("lang", lang == null ? "en" : lang, LANGUAGES);
        var attributes = new ArrayList<FramePage.Attribute>();
        var filters = FilterLinks.of(uri.getQueryParameters());
        filters.given().forEach(each -> attributes.add(new FramePage.Attribute(each.attribute(), each.value())));
        if (limit != null) {
            attributes.add(new FramePage.Attribute("limit", String.valueOf(between1And100(limit))));
        }
        attributes.add(new FramePage.Attribute("theme", oneOf("theme", theme == null ? "auto" : theme, THEMES)));
        var title = "Sneaker releases";
        var more = filters.behind("/");
        if (release != null) {
            var found = shown.release(release);
            title = found.title();
            more = "/releases/" + found.slug();
            attributes.add(new FramePage.Attribute("release", found.slug()));
        }
        var page = shell.page(uri, more, title, title);
        var html = FramePageRenderer.of().execute(new FramePage(page, language, attributes, more));
        return ContentPolicy.FRAME.answer(new RenderedText(html, NOTHING_IN_IT));
    }

    private static int between1And100(int limit) {
        if (limit < 1 || limit > 100) {
            throw Problem.parameter("limit", limit + " is not a number from 1 to 100.");
        }
        return limit;
    }

    private static String oneOf(String name, String value, Set<String> known) {
        if (!known.contains(value)) {
            throw Problem.parameter(
                    name,
                    "\"" + value + "\" is not known; there are: "
                            + String.join(", ", known.stream().sorted().toList()) + ".");
        }
        return value;
    }
}
