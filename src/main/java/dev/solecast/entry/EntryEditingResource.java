package dev.solecast.entry;

import dev.solecast.auth.Roles;
import dev.solecast.change.NewRedaction;
import dev.solecast.http.MergePatch;
import dev.solecast.http.Slug;
import dev.solecast.http.response.Created;
import dev.solecast.http.response.Idempotent;
import dev.solecast.http.response.IfMatch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The five writes of every type of entry. A subclass adds the path and the tag, which are not inherited; how its methods
 * run and what they return must be declared here. {@code OpenApiEntryWrites} puts the type in place of {@code {entry}}.
 *
 * @param <D> its document
 * @param <V> the view that callers get
 */
@RunOnVirtualThread
public abstract class EntryEditingResource<D extends Document, V extends EntryView> {

    private final Editing<?, D, V> editing;

    protected EntryEditingResource(Editing<?, D, V> editing) {
        this.editing = editing;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.EDITOR)
    @Idempotent
    @Operation(summary = "Add a {entry}")
    public RestResponse<V> add(@Valid @RequestBody D document) {
        var added = editing.add(document);
        return Created.created(editing.entryType().address() + added.slug(), added);
    }

    @PUT
    @Path("/{slug}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.EDITOR)
    @Operation(summary = "Replace all that is said of a {entry}")
    public V replace(
            @RestPath("slug") Slug slug,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable IfMatch match,
            @Valid @RequestBody D document) {
        return editing.replace(slug, match, document);
    }

    @PATCH
    @Path("/{slug}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.EDITOR)
    @Operation(summary = "Change some of what is said of a {entry}")
    public V patch(
            @RestPath("slug") Slug slug,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable IfMatch match,
            @Valid @RequestBody(content = @Content(mediaType = MergePatch.MEDIA_TYPE)) MergePatch patch) {
        return editing.patch(slug, match, patch);
    }

    @POST
    @Path("/{slug}/redaction")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.EDITOR)
    @Operation(summary = "Forget what fields of a {entry} are and ever were")
    public V redact(@RestPath("slug") Slug slug, @Valid @RequestBody NewRedaction redaction) {
        return editing.redact(slug, redaction);
    }

    @DELETE
    @Path("/{slug}")
    @RolesAllowed(Roles.EDITOR)
    @Operation(summary = "Delete a {entry}")
    public void delete(@RestPath("slug") Slug slug, @RestHeader(HttpHeaders.IF_MATCH) @Nullable IfMatch match) {
        editing.delete(slug, match);
    }
}
