package dev.solecast.webhook;

import dev.solecast.auth.Roles;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageQuery;
import dev.solecast.http.page.Pages;
import dev.solecast.http.request.NoDeadline;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;

/** The delivery log of a webhook, and redelivery on request. */
@Path("/v1/webhooks/{id}/deliveries")
@RunOnVirtualThread
@Tag(name = "Webhooks")
public class DeliveryResource {

    private final Deliveries deliveries;
    private final WebhookEditing webhooks;
    private final ManualDeliveries manualDeliveries;
    private final Pages pages;

    DeliveryResource(Deliveries deliveries, WebhookEditing webhooks, ManualDeliveries manualDeliveries, Pages pages) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.manualDeliveries = manualDeliveries;
        this.pages = pages;
    }

    @GET
    @RolesAllowed(Roles.READER)
    @Operation(
            operationId = "listDeliveries",
            summary = "What was delivered to a webhook, newest first",
            description = "The last thousand changes, of the last thirty days.")
    public Page<DeliveryView> list(
            @RestPath("id") String id,
            @RestQuery("status") @Separator(",") @Parameter(description = "How it stands with them.")
                    List<DeliveryStatus> status,
            @BeanParam PageQuery query,
            UriInfo uri) {
        return deliveries
                .list(webhooks.get(id).id(), status, pages.request(query, false, Deliveries.NEWEST_FIRST, uri))
                .map(Delivery::view);
    }

    @POST
    @Path("/{place}/redelivery")
    @NoDeadline
    @RolesAllowed(Roles.READER)
    @Operation(
            operationId = "redeliver",
            summary = "Deliver a change once more",
            description =
                    "At once, under the same webhook-id, whatever the webhook's state; the answer tells how it went."
                            + " Limited as test events are; `{\"after\": 812}` of the webhook delivers again all that came"
                            + " after a place.")
    public AttemptView redeliver(
            @RestPath("id") String id,
            @RestPath("place") @Parameter(description = "The place of the change in the log.") long place)
            throws InterruptedException {
        return manualDeliveries.redeliver(id, place);
    }
}
