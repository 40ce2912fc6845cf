package dev.solecast.release.intake;

import dev.solecast.auth.Roles;
import dev.solecast.http.Actor;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageQuery;
import dev.solecast.http.page.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;

/** Lists submitted rumors, and accepts or rejects them. */
@Path("/v1/submissions")
@RunOnVirtualThread
@Tag(name = "Submissions", description = "Rumors that wait for an editor's word.")
public class SubmissionResource {

    private final Submissions submissions;
    private final SubmissionReview review;
    private final Pages pages;
    private final Actor actor;

    SubmissionResource(Submissions submissions, SubmissionReview review, Pages pages, Actor actor) {
        this.submissions = submissions;
        this.review = review;
        this.pages = pages;
        this.actor = actor;
    }

    @GET
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            operationId = "listSubmissions",
            summary = "The rumors that were sent in for review",
            description = "Oldest first. Editors see all of them, contributors their own.")
    public Page<SubmissionView> list(
            @RestQuery("state") @Separator(",") @Parameter(description = "What has become of them.")
                    List<SubmissionState> state,
            @BeanParam PageQuery query,
            UriInfo uri) {
        var page = pages.request(query, false, Submissions.OLDEST_FIRST, uri);
        return submissions
                .list(state, actor.isEditor() ? null : actor.name(), page)
                .map(SubmissionView::of);
    }

    @POST
    @Path("/{id}/acceptance")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "acceptSubmission", summary = "Record a rumor that was sent in")
    public SubmissionView accept(@RestPath("id") Long id) {
        return review.accept(id);
    }

    @POST
    @Path("/{id}/rejection")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "rejectSubmission", summary = "Reject a rumor that was sent in, and say why")
    public SubmissionView reject(@RestPath("id") Long id, @Valid @RequestBody ReasonRequest request) {
        return review.reject(id, request.reason());
    }
}
