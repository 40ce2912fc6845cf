package dev.solecast.release.read;

import dev.solecast.cache.CacheResponse;
import dev.solecast.cache.DependsOnEvidence;
import dev.solecast.change.EntryType;
import dev.solecast.http.Slug;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageQuery;
import dev.solecast.http.page.PageRequest;
import dev.solecast.http.page.Pages;
import dev.solecast.http.page.Sort;
import dev.solecast.release.AsOf;
import dev.solecast.release.Release;
import dev.solecast.release.ReleaseSnapshot;
import dev.solecast.release.ReleaseView;
import dev.solecast.release.Releases;
import dev.solecast.release.Rumors;
import dev.solecast.release.list.ListedRelease;
import dev.solecast.release.list.ReleaseFilter;
import dev.solecast.release.list.ReleaseInclude;
import dev.solecast.release.list.ReleaseReader;
import dev.solecast.release.list.ReleaseSorting;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;
import org.jspecify.annotations.Nullable;

/** Serves releases, as lists and one by one. */
@Path("/v1/releases")
@RunOnVirtualThread
@Tag(name = "Releases", description = "Shoes going on sale, and what is said about them.")
public class ReleaseResource {

    private static final int NEWEST_RUMORS = 20;

    private final ReleaseReader reader;
    private final Releases releases;
    private final AsOfReleases asOfReleases;
    private final Rumors rumors;
    private final Pages pages;

    ReleaseResource(ReleaseReader reader, Releases releases, AsOfReleases asOfReleases, Rumors rumors, Pages pages) {
        this.reader = reader;
        this.releases = releases;
        this.asOfReleases = asOfReleases;
        this.rumors = rumors;
        this.pages = pages;
    }

    @GET
    @CacheResponse(lists = {EntryType.RELEASE, EntryType.COLORWAY, EntryType.COLLABORATION, EntryType.MODEL})
    @Operation(operationId = "listReleases", summary = "List releases")
    public Page<ReleaseView> list(
            @BeanParam ReleaseFilter filter,
            @RestQuery("sort")
                    @DependsOnEvidence
                    @Parameter(description = "The order; by date unless given, undated last.")
                    @Nullable
                    ReleaseSorting sort,
            @BeanParam PageQuery query,
            UriInfo uri) {
        var order = sort == null ? ReleaseSorting.DATE : sort;
        var asOf = AsOf.of(filter.asOf(), filter.recordedBy(), pages.today(null));
        var page = request(filter, query, order.sort(), uri, asOf);
        return views(
                asOf == null ? reader.list(filter, page) : asOfReleases.list(filter, asOf, false, page), filter, asOf);
    }

    @GET
    @CacheResponse(lists = {EntryType.RELEASE, EntryType.COLORWAY, EntryType.COLLABORATION, EntryType.MODEL})
    @Path("/upcoming")
    @Operation(
            operationId = "listUpcomingReleases",
            summary = "What drops next",
            description = "Everything neither released nor cancelled: first what has a date to come, then what is "
                    + "overdue, then what nobody has dated.")
    public Page<ReleaseView> upcoming(@BeanParam ReleaseFilter filter, @BeanParam PageQuery query, UriInfo uri) {
        var asOf = AsOf.of(filter.asOf(), filter.recordedBy(), pages.today(null));
        var page = request(filter, query, ReleaseSorting.upcoming(), uri, asOf);
        return views(
                asOf == null ? reader.upcoming(filter, page) : asOfReleases.list(filter, asOf, true, page),
                filter,
                asOf);
    }

    @GET
    @CacheResponse
    @Path("/{slug}")
    @Operation(operationId = "getRelease", summary = "One release")
    public ReleaseView get(
            @RestPath("slug") Slug slug,
            @RestQuery("include") @Separator(",") @Parameter(description = "What to add to it.")
                    List<ReleaseDetailInclude> include,
            @BeanParam AsOfQuery past,
            @RestQuery("tz")
                    @Parameter(description = "The IANA zone whose day counts as today.", example = "America/New_York")
                    @Nullable
                    ZoneId tz) {
        var utc = pages.today(null);
        var asOf = past.asOf(utc);
        var release = find(slug, asOf, pages.today(tz), utc);
        return release.view(
                include.contains(ReleaseDetailInclude.RUMORS)
                        ? rumors.newestByRelease(List.of(release.id()), NEWEST_RUMORS, asOf)
                                .getOrDefault(release.id(), List.of())
                        : null);
    }

    private PageRequest<ListedRelease> request(
            ReleaseFilter filter, PageQuery query, Sort<ListedRelease> sort, UriInfo uri, @Nullable AsOf asOf) {
        var withTotal = filter.includes(ReleaseInclude.TOTAL);
        return pages.request(query, withTotal, (today, utc) -> sort, uri, asOf == null ? null : asOf.day());
    }

    private Page<ReleaseView> views(Page<ListedRelease> page, ReleaseFilter filter, @Nullable AsOf asOf) {
        if (!filter.includes(ReleaseInclude.RUMORS) || page.items().isEmpty()) {
            return page.map(release -> release.view(null));
        }
        var newest = rumors.newestByRelease(
                page.items().stream().map(ListedRelease::id).toList(), NEWEST_RUMORS, asOf);
        return page.map(release -> release.view(newest.getOrDefault(release.id(), List.of())));
    }

    private ListedRelease find(Slug slug, @Nullable AsOf asOf, LocalDate today, LocalDate utc) {
        if (asOf != null) {
            var release = releases.get(slug);
            return new ListedRelease.OfEntity(
                    release, asOfReleases.of(release, asOf).snapshot());
        }
        // A slug without a present release: reading the entity tells why (404, 410 or the redirect of a former slug).
        return reader.find(slug, today, utc)
                .<ListedRelease>map(projection -> projection)
                .orElseGet(() -> ofEntity(releases.get(slug), today, utc));
    }

    private static ListedRelease ofEntity(Release release, LocalDate today, LocalDate utc) {
        return new ListedRelease.OfEntity(release, ReleaseSnapshot.now(release, today, utc));
    }
}
