package dev.solecast.change;

import dev.solecast.http.problem.Problem;
import dev.solecast.http.request.Costs;
import dev.solecast.http.request.NoDeadline;
import dev.solecast.http.request.Price;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The log of all changes, in order. */
@Path("/v1/changes")
@RunOnVirtualThread
@Tag(name = "Changes", description = "All that changed, in an order to rely on.")
public class ChangeResource {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1000;
    private static final int MAX_WAIT_SECONDS = 60;

    private final ChangeLogReader changes;

    ChangeResource(ChangeLogReader changes) {
        this.changes = changes;
    }

    @GET
    @NoDeadline
    @Operation(
            operationId = "listChanges",
            summary = "What changed, in order",
            description = "Begin after 0, and follow next. With wait, the answer comes as soon as there is something to"
                    + " tell.")
    public ChangesView list(
            @BeanParam ChangeFilter filter,
            @RestQuery("after")
                    @Parameter(description = "The place after which to begin; 0 is the very first.")
                    @Nullable
                    Long after,
            @RestQuery("limit")
                    @Costs(Price.LONG_PAGE)
                    @Parameter(
                            description = "How many changes at most; where they are large, a page has fewer.",
                            schema =
                                    @Schema(
                                            implementation = Integer.class,
                                            minimum = "1",
                                            maximum = "" + MAX_LIMIT,
                                            defaultValue = "" + DEFAULT_LIMIT))
                    @Nullable
                    Integer limit,
            @RestQuery("wait")
                    @Parameter(
                            description = "For how many seconds to wait for a change, where there is none yet.",
                            schema =
                                    @Schema(
                                            implementation = Integer.class,
                                            minimum = "0",
                                            maximum = "" + MAX_WAIT_SECONDS,
                                            defaultValue = "0"))
                    @Nullable
                    Integer wait,
            UriInfo uri)
            throws InterruptedException {
        var maxChanges = within("limit", limit, 1, MAX_LIMIT, DEFAULT_LIMIT);
        var patience = Duration.ofSeconds(within("wait", wait, 0, MAX_WAIT_SECONDS, 0));
        var page = changes.await(after == null ? 0 : after, filter, maxChanges, patience);
        var next = uri.getRequestUriBuilder()
                .replaceQueryParam("after", page.reached())
                .build();
        return new ChangesView(page.changes(), next.getRawPath() + "?" + next.getRawQuery(), page.upToDate());
    }

    private static int within(String name, @Nullable Integer requested, int min, int max, int defaultValue) {
        var value = requested == null ? defaultValue : requested;
        if (value < min || value > max) {
            throw Problem.parameter(name, value + " is not a number from " + min + " to " + max + ".");
        }
        return value;
    }
}
