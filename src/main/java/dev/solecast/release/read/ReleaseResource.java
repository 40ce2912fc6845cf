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

/** Shoes going on sale, and what is said about them. */
@Path("/v1/releases")
@RunOnVirtualThread
@Tag(name = "Releases", description = "Shoes going on sale, and what is said about them.")
public class ReleaseResource {

    private static final int NEWEST_RUMORS = 20;

    private final ReleaseReader cards;
    private final Releases releases;
    private final AsOfReleases hindsight;
    private final Rumors rumors;
    private final Pages pages;

    ReleaseResource(ReleaseReader cards, Releases releases, AsOfReleases hindsight, Rumors rumors, Pages pages) {
        this.cards = cards;
        this.releases = releases;
        this.hindsight = hindsight;
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
                asOf == null ? cards.list(filter, page) : hindsight.list(filter, asOf, outlook -> true, page),
                filter,
                asOf);
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
        var page = request(filter, query, ReleaseSorting.whatDropsNext(), uri, asOf);
        return views(
                asOf == null
                        ? cards.upcoming(filter, page)
                        : hindsight.list(
                                filter, asOf, outlook -> outlook.status().awaited(), page),
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
        var seen = seen(slug, asOf, pages.today(tz), utc);
        return seen.view(
                include.contains(ReleaseDetailInclude.RUMORS)
                        ? rumors.newest(List.of(seen.id()), NEWEST_RUMORS, asOf).getOrDefault(seen.id(), List.of())
                        : null);
    }

    private PageRequest<ListedRelease> request(
            ReleaseFilter filter, PageQuery query, Sort<ListedRelease> sort, UriInfo uri, @Nullable AsOf asOf) {
        var withTotal = filter.includes(ReleaseInclude.TOTAL);
        return pages.request(query, withTotal, (today, utc) -> sort, uri, asOf == null ? null : asOf.day());
    }

    private Page<ReleaseView> views(Page<ListedRelease> page, ReleaseFilter filter, @Nullable AsOf asOf) {
        if (!filter.includes(ReleaseInclude.RUMORS) || page.items().isEmpty()) {
            return page.map(seen -> seen.view(null));
        }
        var newest = rumors.newest(page.items().stream().map(ListedRelease::id).toList(), NEWEST_RUMORS, asOf);
        return page.map(seen -> seen.view(newest.getOrDefault(seen.id(), List.of())));
    }

    private ListedRelease seen(Slug slug, @Nullable AsOf asOf, LocalDate today, LocalDate utc) {
        if (asOf != null) {
            var release = releases.get(slug);
            return new ListedRelease.Looked(release, hindsight.of(release, asOf));
        }
        // Where there is none, the release that was there tells why.
        return cards.of(slug, today, utc)
                .<ListedRelease>map(card -> card)
                .orElseGet(() -> looked(releases.get(slug), today, utc));
    }

    private static ListedRelease looked(Release release, LocalDate today, LocalDate utc) {
        return new ListedRelease.Looked(release, ReleaseSnapshot.now(release, today, utc));
    }
}
