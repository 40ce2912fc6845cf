package dev.solecast.auth;

import dev.solecast.http.Actor;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Returns the name of the caller, in tests only: without a key, and with one endpoint for each role. */
@Path("/guarded")
@RunOnVirtualThread
public class GuardedResource {

    private final Actor actor;

    GuardedResource(Actor actor) {
        this.actor = actor;
    }

    @GET
    @Operation(hidden = true)
    public String open() {
        return actor.name();
    }

    @POST
    @Path("/reader")
    @Operation(hidden = true)
    @RolesAllowed(Roles.READER)
    public String read() {
        return actor.name();
    }

    @POST
    @Path("/contributor")
    @Operation(hidden = true)
    @RolesAllowed(Roles.CONTRIBUTOR)
    public String contribute() {
        return actor.name();
    }

    @POST
    @Path("/editor")
    @Operation(hidden = true)
    @RolesAllowed(Roles.EDITOR)
    public String edit() {
        return actor.name();
    }

    @POST
    @Path("/admin")
    @Operation(hidden = true)
    @RolesAllowed(Roles.ADMIN)
    public String manage() {
        return actor.name();
    }
}
