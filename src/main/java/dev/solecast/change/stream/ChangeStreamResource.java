package dev.solecast.change.stream;

import dev.solecast.change.ChangeFilter;
import dev.solecast.http.ClientNetwork;
import dev.solecast.http.request.NoDeadline;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The log of changes as a stream of server-sent events. */
@Path("/v1/changes/stream")
@RunOnVirtualThread
@Tag(name = "Changes")
public class ChangeStreamResource {

    private final ChangeFeed feed;
    private final ChangeStreams streams;
    private final SecurityIdentity caller;

    ChangeStreamResource(ChangeFeed feed, ChangeStreams streams, SecurityIdentity caller) {
        this.feed = feed;
        this.streams = streams;
        this.caller = caller;
    }

    @GET
    @NoDeadline
    @Operation(
            operationId = "streamChanges",
            summary = "What changes, as it happens",
            description = "Server-sent events, for EventSource: the id of each is its place in the log, its type the"
                    + " kind of change, its data the change. An event of the type reached tells the place up to which"
                    + " there was nothing for you. After a broken connection the stream goes on after the last id that"
                    + " you had, with nothing lost and nothing twice. Who takes nothing for 10 seconds is"
                    + " disconnected. When a node serves as many streams as it can, one of whoever has most ends for one"
                    + " of whoever has fewer.")
    @APIResponse(
            responseCode = "200",
            description = "Events, without end.",
            content =
                    @Content(
                            mediaType = "text/event-stream",
                            schema = @Schema(implementation = String.class),
                            example = """
                                    id: 812
                                    event: date-changed
                                    data: {"place":812,"at":"2026-11-22T06:00:00Z","type":"release","slug":"aime-leon-dore-new-balance-1000","version":3,"kind":"date-changed","fields":{"date":{"old":"2027","new":"2027-03"}},"rumor":97}
                                    """))
    public void stream(
            @BeanParam ChangeFilter filter,
            @RestQuery("after")
                    @Parameter(
                            description = "The place after which to begin; without it, and without Last-Event-ID,"
                                    + " after the last change there is.")
                    @Nullable
                    Long after,
            @RestHeader("Last-Event-ID")
                    @Parameter(
                            description = "The last id that you had, which browsers send by themselves; it wins over"
                                    + " after.")
                    @Nullable
                    Long lastEventId,
            @Context HttpServerRequest request) {
        var place = lastEventId != null ? lastEventId : after;
        streams.serve(() -> feed.after(place != null ? place : feed.end(), filter), client(request), request);
    }

    private String client(HttpServerRequest request) {
        return ClientNetwork.orKey(caller, request.remoteAddress());
    }
}
