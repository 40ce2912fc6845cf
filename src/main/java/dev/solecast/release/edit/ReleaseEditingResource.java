package dev.solecast.release.edit;

import dev.solecast.auth.Roles;
import dev.solecast.change.NewRedaction;
import dev.solecast.http.MergePatch;
import dev.solecast.http.Slug;
import dev.solecast.http.response.Created;
import dev.solecast.http.response.Idempotent;
import dev.solecast.http.response.IfMatch;
import dev.solecast.release.NewRelease;
import dev.solecast.release.NewStatus;
import dev.solecast.release.ReleaseView;
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

/** Releases, as editors write them. */
@Path("/v1/releases")
@RunOnVirtualThread
@Tag(name = "Releases")
public class ReleaseEditingResource {

    private final ReleaseEditing editing;
    private final StatusChanging statuses;

    ReleaseEditingResource(ReleaseEditing editing, StatusChanging statuses) {
        this.editing = editing;
        this.statuses = statuses;
    }

    @POST
    @RolesAllowed(Roles.EDITOR)
    @Idempotent
    @Operation(operationId = "addRelease", summary = "Add a release")
    public RestResponse<ReleaseView> add(@Valid @RequestBody NewRelease given) {
        var added = editing.add(given);
        return Created.created("/v1/releases/" + added.slug(), added);
    }

    @PUT
    @Path("/{slug}")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "replaceRelease", summary = "Replace all that is said of a release")
    public ReleaseView replace(
            @RestPath("slug") Slug slug,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable IfMatch match,
            @Valid @RequestBody NewRelease given) {
        return editing.replace(slug, match, given);
    }

    @PATCH
    @Path("/{slug}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "patchRelease", summary = "Change some of what is said of a release")
    public ReleaseView patch(
            @RestPath("slug") Slug slug,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable IfMatch match,
            @Valid
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = NewRelease.class)))
                    MergePatch patch) {
        return editing.patch(slug, match, patch);
    }

    @POST
    @Path("/{slug}/redaction")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "redactRelease", summary = "Forget what fields of a release are and ever were")
    public ReleaseView redact(@RestPath("slug") Slug slug, @Valid @RequestBody NewRedaction given) {
        return editing.redact(slug, given);
    }

    @DELETE
    @Path("/{slug}")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "deleteRelease", summary = "Delete a release")
    public void delete(@RestPath("slug") Slug slug, @RestHeader(HttpHeaders.IF_MATCH) @Nullable IfMatch match) {
        editing.delete(slug, match);
    }

    @POST
    @Path("/{slug}/status")
    @RolesAllowed(Roles.EDITOR)
    @Idempotent
    @Operation(
            operationId = "changeStatus",
            summary = "Change where a release stands",
            description = "Confirm it, delay it, mark it released or cancelled, or reopen it as rumored. What cannot"
                    + " follow from where it stands is a conflict that says what can.")
    public RestResponse<ReleaseView> changeStatus(@RestPath("slug") Slug slug, @Valid @RequestBody NewStatus given) {
        return RestResponse.ok(statuses.change(slug, given));
    }
}
