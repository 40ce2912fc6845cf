package dev.solecast.release.intake;

import dev.solecast.auth.Roles;
import dev.solecast.cache.CacheResponse;
import dev.solecast.change.NewRedaction;
import dev.solecast.release.RumorView;
import dev.solecast.release.Rumors;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Reads, retracts and redacts single rumors. */
@Path("/v1/rumors")
@RunOnVirtualThread
@Tag(name = "Rumors", description = "What is said about releases.")
public class RumorResource {

    private final Rumors rumors;
    private final RumorIntake intake;

    RumorResource(Rumors rumors, RumorIntake intake) {
        this.rumors = rumors;
        this.intake = intake;
    }

    @GET
    @CacheResponse(dependsOnEverything = true)
    @Path("/{id}")
    @Operation(operationId = "getRumor", summary = "One rumor")
    public RumorView get(@RestPath("id") Long id) {
        return RumorView.of(rumors.get(id));
    }

    @POST
    @Path("/{id}/retraction")
    @RolesAllowed(Roles.EDITOR)
    @Operation(
            operationId = "retractRumor",
            summary = "Take a rumor back, and say why",
            description = "It stays visible, marked, and counts no more.")
    public RumorView retract(@RestPath("id") Long id, @Valid @RequestBody ReasonRequest request) {
        return intake.retract(id, request.reason());
    }

    @POST
    @Path("/{id}/redaction")
    @RolesAllowed(Roles.EDITOR)
    @Operation(
            operationId = "redactRumor",
            summary = "Forget what fields of a rumor are and ever were",
            description = "Only `url`, `statement` and `retraction` can be; what it claims stays.")
    public RumorView redact(@RestPath("id") Long id, @Valid @RequestBody NewRedaction request) {
        return intake.redact(id, request);
    }
}
