package dev.solecast.source;

import dev.solecast.cache.CacheResponse;
import dev.solecast.change.EntryType;
import dev.solecast.entry.ListFilter;
import dev.solecast.http.Slug;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageQuery;
import dev.solecast.http.page.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Reads sources. */
@Path("/v1/sources")
@RunOnVirtualThread
@Tag(name = "Sources", description = "Who says something about releases.")
public class SourceResource {

    private final Sources sources;
    private final SourceRecordReader records;
    private final Pages pages;

    SourceResource(Sources sources, SourceRecordReader records, Pages pages) {
        this.sources = sources;
        this.records = records;
        this.pages = pages;
    }

    @GET
    @CacheResponse(lists = EntryType.SOURCE)
    @Operation(operationId = "listSources", summary = "List sources")
    public Page<SourceView> list(
            @BeanParam SourceFilter filter, @BeanParam ListFilter listFilter, @BeanParam PageQuery query, UriInfo uri) {
        var page = pages.request(query, listFilter.withTotal(), Sources.sort(listFilter), uri);
        return sources.list(filter, listFilter, page).map(SourceView::of);
    }

    @GET
    @CacheResponse(dependsOnEverything = true)
    @Path("/{slug}")
    @Operation(
            operationId = "getSource",
            summary = "One source, and how it did",
            description = "Its record counts the last thing that it claimed about each release that has come or was "
                    + "cancelled since.")
    public SourceView get(@RestPath("slug") Slug slug) {
        var source = sources.get(slug);
        return SourceView.of(source, records.read(source));
    }
}
