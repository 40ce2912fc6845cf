package dev.solecast.auth;

import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageQuery;
import dev.solecast.http.page.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The endpoints for keys: admins issue, list and revoke them; holders read their own. */
@Path("/v1/keys")
@RunOnVirtualThread
@Tag(name = "Keys", description = "Who may write, and who may ask more often.")
public class KeyResource {

    private final Keys keys;
    private final KeyIssuing issuing;
    private final KeyCache keyCache;
    private final Caller caller;
    private final Pages pages;

    KeyResource(Keys keys, KeyIssuing issuing, KeyCache keyCache, Caller caller, Pages pages) {
        this.keys = keys;
        this.issuing = issuing;
        this.keyCache = keyCache;
        this.caller = caller;
        this.pages = pages;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "listKeys", summary = "List keys", description = "By name, those revoked or expired too.")
    public Page<KeyView> list(@BeanParam KeyFilter filter, @BeanParam PageQuery query, UriInfo uri) {
        var withTotal = !filter.include().isEmpty();
        return keys.list(filter, pages.request(query, withTotal, Keys.BY_NAME, uri))
                .map(KeyView::of);
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "issueKey",
            summary = "Issue a key",
            description = "The answer holds the whole key, this once: the service keeps only what it takes to know it."
                    + " If it is lost on its way, sending the request again tells that the name is taken: revoke that key,"
                    + " and issue one of another name.")
    @APIResponse(
            responseCode = "201",
            description = "The key, with all of it in `key`.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Its address.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = KeyView.class)))
    public RestResponse<KeyView> issue(@NotNull @Valid NewKey request) {
        var issued = issuing.issue(request);
        return RestResponse.ResponseBuilder.<KeyView>created(
                        URI.create("/v1/keys/" + issued.key().id()))
                .entity(KeyView.of(issued))
                .build();
    }

    @GET
    @Path("/me")
    @RolesAllowed(Roles.READER)
    @Operation(operationId = "getOwnKey", summary = "The key in use", description = "Who am I, and what may I do?")
    public KeyView me() {
        return KeyView.of(keys.get(caller.key().orElseThrow().id()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "getKey", summary = "One key")
    public KeyView get(@RestPath("id") String id) {
        return KeyView.of(keys.get(id));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "revokeKey",
            summary = "Revoke a key",
            description = "For good, and known to every node within a second. Doing it again changes nothing.")
    @APIResponse(responseCode = "204", description = "It opens nothing any more.")
    public void revoke(@RestPath("id") String id) {
        issuing.revoke(id);
        keyCache.invalidate(id);
    }
}
