package dev.solecast.catalog.collaborator;

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

/** Reads collaborators. */
@Path("/v1/collaborators")
@RunOnVirtualThread
@Tag(name = "Collaborators", description = "Persons, brands and shops that collaborate.")
public class CollaboratorResource {

    private final Collaborators collaborators;
    private final Pages pages;

    CollaboratorResource(Collaborators collaborators, Pages pages) {
        this.collaborators = collaborators;
        this.pages = pages;
    }

    @GET
    @CacheResponse(lists = {EntryType.COLLABORATOR, EntryType.COLLABORATION})
    @Operation(operationId = "listCollaborators", summary = "List collaborators")
    public Page<CollaboratorView> list(
            @BeanParam CollaboratorFilter filter,
            @BeanParam ListFilter listFilter,
            @BeanParam PageQuery query,
            UriInfo uri) {
        var page = pages.request(query, listFilter.withTotal(), Collaborators.sort(listFilter), uri);
        return collaborators.list(filter, listFilter, page).map(CollaboratorView::of);
    }

    @GET
    @CacheResponse
    @Path("/{slug}")
    @Operation(operationId = "getCollaborator", summary = "One collaborator")
    public CollaboratorView get(@RestPath("slug") Slug slug) {
        return CollaboratorView.of(collaborators.get(slug));
    }
}
