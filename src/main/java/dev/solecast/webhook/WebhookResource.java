package dev.solecast.webhook;

import dev.solecast.auth.Caller;
import dev.solecast.auth.Role;
import dev.solecast.auth.Roles;
import dev.solecast.http.MergePatch;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageQuery;
import dev.solecast.http.page.Pages;
import dev.solecast.http.request.NoDeadline;
import dev.solecast.http.response.Idempotent;
import dev.solecast.http.response.IfMatch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Webhooks, for their owners. */
@Path("/v1/webhooks")
@RunOnVirtualThread
@Tag(
        name = "Webhooks",
        description = "Partners' servers are told of changes as they happen, by the Standard Webhooks specification.")
public class WebhookResource {

    private final Webhooks webhooks;
    private final WebhookEditing editing;
    private final DestinationCheck destinations;
    private final ManualDeliveries manualDeliveries;
    private final Caller caller;
    private final Pages pages;

    WebhookResource(
            Webhooks webhooks,
            WebhookEditing editing,
            DestinationCheck destinations,
            ManualDeliveries manualDeliveries,
            Caller caller,
            Pages pages) {
        this.webhooks = webhooks;
        this.editing = editing;
        this.destinations = destinations;
        this.manualDeliveries = manualDeliveries;
        this.caller = caller;
        this.pages = pages;
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            operationId = "listWebhooks",
            summary = "List your webhooks",
            description = "An admin sees those of others too.")
    public Page<WebhookView> list(@BeanParam PageQuery query, UriInfo uri) {
        return webhooks.list(
                        caller.hasRole(Role.ADMIN) ? null : caller.name(),
                        pages.request(query, false, Webhooks.BY_ID, uri))
                .map(WebhookView::of);
    }

    @POST
    @RolesAllowed(Roles.READER)
    @Operation(
            operationId = "addWebhook",
            summary = "Add a webhook",
            description = "From now on each change that fits its filter is posted to its address as `{\"type\":"
                    + " \"release.date-changed\", \"timestamp\": …, \"data\": …}`, where data is the change as in"
                    + " /v1/changes, with the headers webhook-id, webhook-timestamp and webhook-signature of the Standard"
                    + " Webhooks specification. Each is delivered at least once, in order; an answer of 200 to 299 takes"
                    + " it, 410 ends the webhook. What fails is tried for two days. The answer to this holds the secret,"
                    + " this once.")
    @APIResponse(
            responseCode = "201",
            description = "The webhook, with its `secret`.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WebhookView.class)))
    @Parameter(
            name = Idempotent.HEADER,
            in = ParameterIn.HEADER,
            description = Idempotent.DESCRIPTION,
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = Idempotent.LONGEST_KEY),
            example = Idempotent.EXAMPLE)
    public RestResponse<WebhookView> add(@Valid @RequestBody NewWebhook request) throws InterruptedException {
        return editing.add(request, destinations.of(request.url()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.READER)
    @Operation(operationId = "getWebhook", summary = "One webhook, and how it is doing")
    public WebhookView get(@RestPath("id") String id) {
        return WebhookView.of(editing.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.READER)
    @Operation(
            operationId = "patchWebhook",
            summary = "Change a webhook",
            description = "`{\"state\": \"active\"}` takes up again one that is disabled, gone or paused, from where it"
                    + " stopped; `{\"after\": 812}` goes on, or begins again, from another place.")
    public WebhookView patch(
            @RestPath("id") String id,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable IfMatch match,
            @Valid
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = NewWebhook.class)))
                    MergePatch patch)
            throws InterruptedException {
        var url = patch.changes().path("url");
        return editing.patch(id, match, patch, url.isTextual() ? destinations.of(url.asText()) : null);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.READER)
    @Operation(operationId = "deleteWebhook", summary = "Delete a webhook, and its delivery log")
    public void delete(@RestPath("id") String id) {
        editing.delete(id);
    }

    @POST
    @Path("/{id}/secret")
    @RolesAllowed(Roles.READER)
    @Operation(
            operationId = "rotateSecret",
            summary = "Give a webhook another secret",
            description =
                    "The answer holds it, this once. For a day each delivery is signed with the one before too, so"
                            + " that the receiver can change at leisure.")
    public WebhookView rotate(@RestPath("id") String id) {
        return editing.rotate(id);
    }

    @POST
    @Path("/{id}/test")
    @NoDeadline
    @RolesAllowed(Roles.READER)
    @Operation(
            operationId = "testWebhook",
            summary = "Deliver a test event",
            description =
                    "At once, whatever the webhook's state; the answer tells how it went. Test events and repeated"
                            + " deliveries are meant for people: ten a minute for one key and to one host, two at once.")
    public AttemptView test(@RestPath("id") String id) throws InterruptedException {
        return manualDeliveries.test(id);
    }
}
