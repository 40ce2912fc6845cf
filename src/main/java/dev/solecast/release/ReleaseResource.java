package dev.solecast.release;

import dev.solecast.http.Include;
import dev.solecast.http.Page;
import dev.solecast.http.PageQuery;
import dev.solecast.http.Pages;
import dev.solecast.http.Slug;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;
import org.jspecify.annotations.Nullable;

/** Shoes going on sale, and what is said about them. */
@Path("/v1/releases")
@RunOnVirtualThread
@Tag(name = "Releases", description = "Shoes going on sale, and what is said about them.")
public class ReleaseResource {

    private static final int NEWEST_RUMORS = 20;

    private final Releases releases;
    private final Rumors rumors;
    private final Pages pages;

    ReleaseResource(Releases releases, Rumors rumors, Pages pages) {
        this.releases = releases;
        this.rumors = rumors;
        this.pages = pages;
    }

    @GET
    @Operation(operationId = "listReleases", summary = "List releases")
    public Page<ReleaseView> list(
            @BeanParam ReleaseFilter filter,
            @RestQuery("sort")
                    @Parameter(
                            description = "The order; by date unless given, undated last.",
                            schema = @Schema(implementation = ReleaseSorting.class, defaultValue = "date"))
                    @Nullable
                    ReleaseSorting sort,
            @BeanParam PageQuery query,
            UriInfo uri) {
        var order = sort == null ? ReleaseSorting.DATE : sort;
        var request = pages.request(query, filter.includes(ReleaseInclude.TOTAL), today -> order.sort(), uri);
        return views(releases.list(filter, request), filter.includes(ReleaseInclude.RUMORS));
    }

    @GET
    @Path("/upcoming")
    @Operation(
            operationId = "listUpcomingReleases",
            summary = "What drops next",
            description = "Everything neither released nor cancelled: first what has a date to come, then what is "
                    + "overdue, then what nobody has dated.")
    public Page<ReleaseView> upcoming(@BeanParam ReleaseFilter filter, @BeanParam PageQuery query, UriInfo uri) {
        var request = pages.request(query, filter.includes(ReleaseInclude.TOTAL), Releases::whatDropsNext, uri);
        return views(releases.upcoming(filter, request), filter.includes(ReleaseInclude.RUMORS));
    }

    @GET
    @Path("/{slug}")
    @Operation(operationId = "getRelease", summary = "One release")
    public ReleaseView get(
            @RestPath("slug") Slug slug,
            @RestQuery("include") @Separator(",") @Parameter(description = "What to add to it.")
                    List<ReleasePart> include,
            @RestQuery("tz")
                    @Parameter(description = "The IANA zone whose day counts as today.", example = "America/New_York")
                    @Nullable
                    ZoneId tz) {
        var release = releases.get(slug);
        var newest = include.contains(ReleasePart.RUMORS) ? rumors.newest(List.of(release), NEWEST_RUMORS) : null;
        return ReleaseView.of(release, pages.today(tz), newest);
    }

    @GET
    @Path("/{slug}/rumors")
    @Operation(
            operationId = "listRumors",
            summary = "The rumors about a release",
            description = "Retracted ones included, and marked: what was said stays visible.")
    public Page<RumorView> rumors(
            @RestPath("slug") Slug slug, @BeanParam RumorFilter filter, @BeanParam PageQuery query, UriInfo uri) {
        var release = releases.get(slug);
        var sort = filter.sort() == null ? RumorSorting.SAID_DOWN : filter.sort();
        var request = pages.request(query, filter.include().contains(Include.TOTAL), sort.sort(), uri);
        return rumors.list(release, filter, request).map(RumorView::of);
    }

    private Page<ReleaseView> views(Page<Release> page, boolean withRumors) {
        var newest = withRumors && !page.items().isEmpty()
                ? rumors.newest(page.items(), NEWEST_RUMORS).stream().collect(Collectors.groupingBy(Rumor::release))
                : Map.<Release, List<Rumor>>of();
        return page.map(release ->
                ReleaseView.of(release, page.today(), withRumors ? newest.getOrDefault(release, List.of()) : null));
    }
}
