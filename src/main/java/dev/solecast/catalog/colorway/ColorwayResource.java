package dev.solecast.catalog.colorway;

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

/** Reads colorways. */
@Path("/v1/colorways")
@RunOnVirtualThread
@Tag(name = "Colorways", description = "Versions of a model.")
public class ColorwayResource {

    private final Colorways colorways;
    private final Pages pages;

    ColorwayResource(Colorways colorways, Pages pages) {
        this.colorways = colorways;
        this.pages = pages;
    }

    @GET
    @CacheResponse(lists = {EntryType.COLORWAY, EntryType.COLLABORATION, EntryType.MODEL})
    @Operation(operationId = "listColorways", summary = "List colorways")
    public Page<ColorwayView> list(
            @BeanParam ColorwayFilter filter,
            @BeanParam ListFilter listFilter,
            @BeanParam PageQuery query,
            UriInfo uri) {
        var page = pages.request(query, listFilter.withTotal(), Colorways.sort(listFilter), uri);
        return colorways.list(filter, listFilter, page).map(ColorwayView::of);
    }

    @GET
    @CacheResponse
    @Path("/{slug}")
    @Operation(operationId = "getColorway", summary = "One colorway")
    public ColorwayView get(@RestPath("slug") Slug slug) {
        return ColorwayView.of(colorways.get(slug));
    }
}
