package dev.solecast.source;

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
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Sources, as editors write them. */
@Path("/v1/sources")
@RunOnVirtualThread
@Tag(name = "Sources")
public class SourceEditingResource {

    private final SourceEditing editing;

    SourceEditingResource(SourceEditing editing) {
        this.editing = editing;
    }

    @POST
    @RolesAllowed(Roles.EDITOR)
    @Idempotent
    @Operation(operationId = "addSource", summary = "Add a source")
    public RestResponse<SourceView> add(@Valid @RequestBody NewSource given) {
        var added = editing.add(given);
        return Created.created("/v1/sources/" + added.slug(), added);
    }

    @PUT
    @Path("/{slug}")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "replaceSource", summary = "Replace all that is said of a source")
    public SourceView replace(
            @RestPath("slug") Slug slug,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable IfMatch match,
            @Valid @RequestBody NewSource given) {
        return editing.replace(slug, match, given);
    }

    @PATCH
    @Path("/{slug}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "patchSource", summary = "Change some of what is said of a source")
    public SourceView patch(
            @RestPath("slug") Slug slug,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable IfMatch match,
            @Valid
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = NewSource.class)))
                    MergePatch patch) {
        return editing.patch(slug, match, patch);
    }

    @POST
    @Path("/{slug}/redaction")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "redactSource", summary = "Forget what fields of a source are and ever were")
    public SourceView redact(@RestPath("slug") Slug slug, @Valid @RequestBody NewRedaction given) {
        return editing.redact(slug, given);
    }

    @DELETE
    @Path("/{slug}")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "deleteSource", summary = "Delete a source")
    public void delete(@RestPath("slug") Slug slug, @RestHeader(HttpHeaders.IF_MATCH) @Nullable IfMatch match) {
        editing.delete(slug, match);
    }
}
