package dev.solecast.release.intake;

import dev.solecast.auth.Caller;
import dev.solecast.auth.Roles;
import dev.solecast.http.Slug;
import dev.solecast.http.response.Created;
import dev.solecast.http.response.Idempotent;
import dev.solecast.release.NewRumor;
import dev.solecast.release.RumorView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Records new rumors, or submits them for review. */
@Path("/v1/releases")
@RunOnVirtualThread
@Tag(name = "Rumors")
public class RumorIntakeResource {

    private final RumorIntake intake;
    private final SubmissionReview review;
    private final Caller caller;

    RumorIntakeResource(RumorIntake intake, SubmissionReview review, Caller caller) {
        this.intake = intake;
        this.review = review;
        this.caller = caller;
    }

    @POST
    @Path("/{slug}/rumors")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Idempotent
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addRumor",
            summary = "Record what a source said about a release",
            description = "From an editor or a trusted key it counts at once; from another contributor it waits for"
                    + " review. What is on record already is told by 200 and does not count twice.")
    @APIResponse(
            responseCode = "201",
            description = "It is recorded, and counts.",
            content = @Content(schema = @Schema(implementation = RumorView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was on record before.",
            content = @Content(schema = @Schema(implementation = RumorView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It waits for review.",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    public RestResponse<Record> add(@RestPath("slug") Slug slug, @Valid @RequestBody NewRumor request) {
        if (!caller.isTrusted()) {
            return RestResponse.ResponseBuilder.<Record>create(
                            RestResponse.Status.ACCEPTED, review.submit(slug, request))
                    .build();
        }
        var recorded = intake.record(slug, request);
        var rumor = recorded.rumor();
        return recorded.isNew() ? Created.created("/v1/rumors/" + rumor.id(), rumor) : RestResponse.ok(rumor);
    }
}
