package dev.solecast.http.problem;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Endpoints for tests only, which cause faults on request. */
@Path("/faults")
@RunOnVirtualThread
public class FaultResource {

    private final EntityManager database;

    FaultResource(EntityManager database) {
        this.database = database;
    }

    /** Makes PostgreSQL fail with this SQLSTATE. */
    @GET
    @Path("/states/{state}")
    @Operation(hidden = true)
    @Transactional
    public String fail(@RestPath("state") String state) {
        database.createNativeQuery("do $do$ begin raise exception using errcode = '" + state + "'; end $do$")
                .executeUpdate();
        return state;
    }

    /** Throws the problem with this code. */
    @GET
    @Path("/problems/{code}")
    @Operation(hidden = true)
    public String refuse(@RestPath("code") ProblemCode code) {
        throw Problem.of(code, "Look at the pair again.");
    }

    /** Adds brands in one transaction, resting after each. */
    @POST
    @Path("/brands")
    @Operation(hidden = true)
    @Transactional
    public Response add(@RestQuery("count") int count, @RestQuery("rest") double seconds) {
        for (int at = 0; at < count; at++) {
            database.createNativeQuery("""
                            insert into brand (slug, name, created_at, updated_at) values (?1, ?1, now(), now())""").setParameter(1, "slow-" + at).executeUpdate();
            database.createNativeQuery("select 1 from pg_sleep(?1)")
                    .setParameter(1, seconds)
                    .getResultList();
        }
        return Response.noContent().build();
    }
}
