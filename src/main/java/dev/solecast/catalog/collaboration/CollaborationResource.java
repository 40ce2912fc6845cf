package dev.solecast.catalog.collaboration;

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

/** Reads collaborations. */
@Path("/v1/collaborations")
@RunOnVirtualThread
@Tag(name = "Collaborations", description = "Collaborators and a brand, usually on a model.")
public class CollaborationResource {

    private final Collaborations collaborations;
    private final Pages pages;

    CollaborationResource(Collaborations collaborations, Pages pages) {
        this.collaborations = collaborations;
        this.pages = pages;
    }

    @GET
    @CacheResponse(lists = {EntryType.COLLABORATION, EntryType.MODEL})
    @Operation(operationId = "listCollaborations", summary = "List collaborations")
    public Page<CollaborationView> list(
            @BeanParam CollaborationFilter filter,
            @BeanParam ListFilter listFilter,
            @BeanParam PageQuery query,
            UriInfo uri) {
        var page = pages.request(query, listFilter.withTotal(), Collaborations.sort(listFilter), uri);
        return collaborations.list(filter, listFilter, page).map(CollaborationView::of);
    }

    @GET
    @CacheResponse
    @Path("/{slug}")
    @Operation(operationId = "getCollaboration", summary = "One collaboration")
    public CollaborationView get(@RestPath("slug") Slug slug) {
        return CollaborationView.of(collaborations.get(slug));
    }
}
