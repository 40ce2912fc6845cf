package dev.solecast.catalog.brand;

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

/** Reads brands. */
@Path("/v1/brands")
@RunOnVirtualThread
@Tag(name = "Brands", description = "Makers of sneakers.")
public class BrandResource {

    private final Brands brands;
    private final Pages pages;

    BrandResource(Brands brands, Pages pages) {
        this.brands = brands;
        this.pages = pages;
    }

    @GET
    @CacheResponse(lists = EntryType.BRAND)
    @Operation(operationId = "listBrands", summary = "List brands")
    public Page<BrandView> list(@BeanParam ListFilter filter, @BeanParam PageQuery query, UriInfo uri) {
        var page = pages.request(query, filter.withTotal(), Brands.sort(filter), uri);
        return brands.list(filter, page).map(BrandView::of);
    }

    @GET
    @CacheResponse
    @Path("/{slug}")
    @Operation(operationId = "getBrand", summary = "One brand")
    public BrandView get(@RestPath("slug") Slug slug) {
        return BrandView.of(brands.get(slug));
    }
}
