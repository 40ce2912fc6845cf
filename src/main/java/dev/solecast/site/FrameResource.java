package dev.solecast.site;

import dev.solecast.http.Language;
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

/** The page for frames of other sites; no other page of this service may be framed. */
@Path("/embed/drops")
@RunOnVirtualThread
public class FrameResource {

    static final String PATH = "/embed/drops";

    private static final Set<String> THEMES = Set.of("light", "dark", "auto");
    private static final Set<String> LANGUAGES = Set.copyOf(Language.tags());
    private static final Imminent NEVER = now -> false;

    private final ReleaseBySlug releases;
    private final PageLayout layout;

    FrameResource(ReleaseBySlug releases, PageLayout layout) {
        this.releases = releases;
        this.layout = layout;
    }

    /**
     * The page with the releases that fit every filter of {@code /v1/releases}, or with one release.
     *
     * @param release slug of the release to show alone; null for a list
     * @param limit number of releases to show, 1 to 100; null for the default of the component
     * @param theme light, dark or auto, which follows the reader's system; null means auto
     * @param lang language of the texts: en, de, fr, es or ja; null means en
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
        filters.filters().forEach(link -> attributes.add(new FramePage.Attribute(link.attribute(), link.value())));
        if (limit != null) {
            attributes.add(new FramePage.Attribute("limit", String.valueOf(between1And100(limit))));
        }
        attributes.add(new FramePage.Attribute("theme", oneOf("theme", theme == null ? "auto" : theme, THEMES)));
        var title = "Sneaker releases";
        var more = filters.appendTo("/");
        if (release != null) {
            var found = releases.get(release);
            title = found.title();
            more = "/releases/" + found.slug();
            attributes.add(new FramePage.Attribute("release", found.slug()));
        }
        var page = layout.page(uri, more, title, title);
        var html = FramePageRenderer.of().execute(new FramePage(page, language, attributes, more));
        return ContentPolicy.FRAME.respond(new RenderedText(html, NEVER));
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
