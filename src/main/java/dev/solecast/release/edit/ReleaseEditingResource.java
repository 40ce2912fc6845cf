package dev.solecast.release.edit;

import dev.solecast.auth.Roles;
import dev.solecast.entry.EntryEditingResource;
import dev.solecast.http.Slug;
import dev.solecast.http.response.Idempotent;
import dev.solecast.release.NewRelease;
import dev.solecast.release.NewStatus;
import dev.solecast.release.ReleaseView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Writes releases, and changes their status. */
@Path("/v1/releases")
@RunOnVirtualThread
@Tag(name = "Releases")
public class ReleaseEditingResource extends EntryEditingResource<NewRelease, ReleaseView> {

    private final StatusChanging statusChanging;

    ReleaseEditingResource(ReleaseEditing editing, StatusChanging statusChanging) {
        super(editing);
        this.statusChanging = statusChanging;
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
    public RestResponse<ReleaseView> changeStatus(@RestPath("slug") Slug slug, @Valid @RequestBody NewStatus request) {
        return RestResponse.ok(statusChanging.change(slug, request));
    }
}
