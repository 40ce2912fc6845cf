package dev.solecast.release.read;

import dev.solecast.cache.CacheResponse;
import dev.solecast.http.Slug;
import dev.solecast.http.page.Include;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageQuery;
import dev.solecast.http.page.Pages;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.release.Release;
import dev.solecast.release.ReleaseSnapshot;
import dev.solecast.release.Releases;
import dev.solecast.release.RumorFilter;
import dev.solecast.release.RumorSorting;
import dev.solecast.release.RumorView;
import dev.solecast.release.Rumors;
import dev.solecast.release.read.AsOfReleases.SnapshotWithRumors;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Serves the rumors about one release, its forecast, and its history. */
@Path("/v1/releases")
@RunOnVirtualThread
@Tag(name = "Releases")
public class ReleaseEvidenceResource {

    private final Releases releases;
    private final Rumors rumors;
    private final AsOfReleases asOfReleases;
    private final Pages pages;

    ReleaseEvidenceResource(Releases releases, Rumors rumors, AsOfReleases asOfReleases, Pages pages) {
        this.releases = releases;
        this.rumors = rumors;
        this.asOfReleases = asOfReleases;
        this.pages = pages;
    }

    @GET
    @CacheResponse
    @Path("/{slug}/rumors")
    @Operation(
            operationId = "listRumors",
            summary = "The rumors about a release",
            description = "Retracted ones included, and marked: what was said stays visible.")
    public Page<RumorView> rumors(
            @RestPath("slug") Slug slug,
            @BeanParam RumorFilter filter,
            @BeanParam AsOfQuery past,
            @BeanParam PageQuery query,
            UriInfo uri) {
        var asOf = past.asOf(pages.today(null));
        var order = filter.sort() == null ? RumorSorting.SAID_DOWN : filter.sort();
        var page = pages.request(
                query,
                filter.include().contains(Include.TOTAL),
                (today, utc) -> order.sort(),
                uri,
                asOf == null ? null : asOf.day());
        return rumors.list(releases.get(slug), filter, asOf, page).map(RumorView::of);
    }

    @GET
    @CacheResponse
    @Path("/{slug}/forecast")
    @Operation(
            operationId = "getForecast",
            summary = "The forecast of a release, day by day, and why",
            description = "The daily chances sum to `happens`; with `unresolved` they sum to 1. How they are made: "
                    + "/docs/method/.")
    public ForecastDetail forecast(
            @RestPath("slug") Slug slug,
            @RestQuery("by") @Parameter(description = "Also tell the chance that it comes by this day.") @Nullable
                    LocalDate by,
            @BeanParam AsOfQuery past) {
        var release = releases.get(slug);
        var utc = pages.today(null);
        var asOf = past.asOf(utc);
        var day = asOf == null ? utc : asOf.day();
        if (by != null && by.isBefore(day)) {
            throw Problem.parameter("by", by + " is before the day of the forecast, " + day + "; ask for a later one.");
        }
        var state = asOf == null ? today(release, utc) : asOfReleases.of(release, asOf);
        var detail = ForecastDetail.of(state.snapshot(), state.rumors(), by);
        if (detail == null) {
            throw Problem.of(
                    ProblemCode.NOT_FOUND,
                    "There is no forecast of \"" + slug + "\" on " + day + ": "
                            + (state.snapshot().status().awaited()
                                    ? "nothing had been said about it."
                                    : "it is " + state.snapshot().status().wireName() + "."));
        }
        return detail;
    }

    private SnapshotWithRumors today(Release release, LocalDate utc) {
        return new SnapshotWithRumors(ReleaseSnapshot.now(release, utc, utc), rumors.listAbout(List.of(release)));
    }

    @GET
    @CacheResponse(dependsOnEverything = true)
    @Path("/{slug}/history")
    @Operation(
            operationId = "getHistory",
            summary = "How a release's date, status and forecast moved",
            description = "Oldest first; each entry with what caused it, and where the release stood after it.")
    public Page<HistoryEntry> history(@RestPath("slug") Slug slug, @BeanParam PageQuery query, UriInfo uri) {
        var page = pages.request(query, false, HistoryStep.OLDEST_FIRST, uri);
        return asOfReleases.history(releases.get(slug), page);
    }
}
