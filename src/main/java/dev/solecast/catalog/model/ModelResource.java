package dev.solecast.catalog.model;

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

/** Reads models. */
@Path("/v1/models")
@RunOnVirtualThread
@Tag(name = "Models", description = "Silhouettes: the New Balance 1000.")
public class ModelResource {

    private final Models models;
    private final Pages pages;

    ModelResource(Models models, Pages pages) {
        this.models = models;
        this.pages = pages;
    }

    @GET
    @CacheResponse(lists = EntryType.MODEL)
    @Operation(operationId = "listModels", summary = "List models")
    public Page<ModelView> list(
            @BeanParam ModelFilter filter, @BeanParam ListFilter listFilter, @BeanParam PageQuery query, UriInfo uri) {
        var page = pages.request(query, listFilter.withTotal(), Models.sort(listFilter), uri);
        return models.list(filter, listFilter, page).map(ModelView::of);
    }

    @GET
    @CacheResponse
    @Path("/{slug}")
    @Operation(operationId = "getModel", summary = "One model")
    public ModelView get(@RestPath("slug") Slug slug) {
        return ModelView.of(models.get(slug));
    }
}
