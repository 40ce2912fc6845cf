package dev.solecast.site;

import dev.solecast.catalog.colorway.Picture;
import dev.solecast.http.Slug;
import dev.solecast.http.page.PageQuery;
import dev.solecast.http.page.Pages;
import dev.solecast.http.request.IgnoreUnknownParameters;
import dev.solecast.http.response.RenderedText;
import dev.solecast.release.ReleaseView;
import dev.solecast.release.read.AsOfQuery;
import dev.solecast.release.read.ForecastDetail;
import dev.solecast.release.read.ReleaseDetailInclude;
import dev.solecast.release.read.ReleaseEvidenceResource;
import dev.solecast.release.read.ReleaseResource;
import dev.solecast.release.sale.Retailer.RetailerView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The pages of releases. */
@Path("/releases")
@RunOnVirtualThread
public class ReleasePageResource {

    private static final AsOfQuery NOW = new AsOfQuery(null, null);
    private static final PageQuery ALL_AT_ONCE = new PageQuery(100, null, null);

    private final ReleaseResource releases;
    private final ReleaseEvidenceResource evidence;
    private final Pages pages;
    private final PageLayout layout;

    ReleasePageResource(ReleaseResource releases, ReleaseEvidenceResource evidence, Pages pages, PageLayout layout) {
        this.releases = releases;
        this.evidence = evidence;
        this.pages = pages;
        this.layout = layout;
    }

    /** The page of one release. */
    @GET
    @Path("/{slug}")
    @Produces(ContentPolicy.HTML)
    @IgnoreUnknownParameters
    @Operation(hidden = true)
    public RestResponse<RenderedText> page(@RestPath("slug") Slug slug, UriInfo uri) {
        var release = releases.get(slug, List.of(ReleaseDetailInclude.RUMORS), NOW, null);
        var forecast = release.forecast() == null ? null : evidence.forecast(slug, null, NOW);
        var history = evidence.history(slug, ALL_AT_ONCE, uri);
        var date = DateDisplay.of(release, pages.today(null));
        var lead = ReleaseText.lead(release, date);
        var path = "/releases/" + slug;
        var picture = picture(release);
        var page = layout.page(uri, path, release.title(), release.title() + ": " + lead);
        var html = ReleasePageRenderer.of()
                .execute(new ReleasePage(
                        page.asProduct(
                                picture,
                                layout.oEmbedUrl(uri, path),
                                StructuredData.of(release, page.url(), page.description())),
                        release.slug(),
                        release.title(),
                        new ReleasePage.Link(
                                "/?brand=" + release.brand().slug(),
                                release.brand().name()),
                        new ReleasePage.Link(
                                "/?model=" + release.model().slug(),
                                release.model().name()),
                        date,
                        lead,
                        picture,
                        ReleaseText.facts(release),
                        release.features().stream()
                                .map(feature ->
                                        new ReleasePage.Fact(feature.certainty().wireName(), feature.name()))
                                .toList(),
                        release.retailers().stream()
                                .map(ReleasePageResource::toShop)
                                .toList(),
                        chart(release, forecast),
                        forecast == null ? List.of() : ReleaseText.outlook(forecast.forecast()),
                        forecast == null ? List.of() : ReleaseText.why(forecast),
                        history.next() == null ? ReleaseText.moves(history.items()) : List.of(),
                        ReleaseText.statements(release.newestRumors()),
                        release.newestRumors() != null
                                && release.newestRumors().size()
                                        < release.rumors().count(),
                        follow(release)));
        return ContentPolicy.PAGE.respond(new RenderedText(html, release));
    }

    private @Nullable Chart chart(ReleaseView release, @Nullable ForecastDetail forecast) {
        return forecast == null || forecast.days().isEmpty() ? null : Chart.of(release, forecast, pages.today(null));
    }

    private static @Nullable Picture picture(ReleaseView release) {
        var picture = release.colorway() == null ? null : release.colorway().picture();
        return picture == null || SafeText.link(picture.url()) == null ? null : picture;
    }

    private static ReleasePage.Shop toShop(RetailerView retailer) {
        var opens = retailer.opens();
        return new ReleasePage.Shop(
                retailer.name(),
                SafeText.link(retailer.url()),
                retailer.method().wireName().replace('-', ' ')
                        + (opens == null
                                ? ""
                                : ", opens " + DateDisplay.DAY.format(opens.local()) + " at "
                                        + opens.local().toLocalTime() + " (" + opens.zone() + ")"));
    }

    /** Returns the links of the narrowest list that contains the release. */
    private static ReleasePage.Follow follow(ReleaseView release) {
        var colorway = release.colorway();
        var collaboration = release.collaboration();
        var filter = colorway != null
                ? "colorway=" + colorway.slug()
                : collaboration != null
                        ? "collaboration=" + collaboration.slug()
                        : "model=" + release.model().slug();
        var what = colorway != null ? colorway.title() : collaboration != null ? "this collaboration" : release.title();
        return new ReleasePage.Follow(
                what,
                "/v1/calendar.ics?release=" + release.slug(),
                "/v1/calendar.ics?" + filter,
                "/v1/feed.atom?" + filter,
                "/?" + filter);
    }
}
