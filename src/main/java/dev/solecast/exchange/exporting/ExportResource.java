package dev.solecast.exchange.exporting;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.change.ChangeLogReader;
import dev.solecast.change.ChangeLogReader.LogEnd;
import dev.solecast.exchange.format.CsvWriter;
import dev.solecast.exchange.format.LineFormat;
import dev.solecast.exchange.format.LineWriter;
import dev.solecast.exchange.format.NdjsonWriter;
import dev.solecast.http.request.Costs;
import dev.solecast.http.request.NoDeadline;
import dev.solecast.http.request.Price;
import dev.solecast.http.response.StreamedBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Exports the entries and rumors as lines. */
@Path("/v1/exports/{scope}")
@Tag(name = "Exchange", description = "Everything there is, taken out.")
public class ExportResource {

    private static final String SEQUENCE_HEADER = "Solecast-Place";

    private final Export export;
    private final ExportSettings settings;
    private final ChangeLogReader changes;
    private final ObjectMapper json;
    private final String version;

    ExportResource(
            Export export,
            ExportSettings settings,
            ChangeLogReader changes,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.export = export;
        this.settings = settings;
        this.changes = changes;
        this.json = json;
        this.version = version;
    }

    /** Takes long; its reader has to keep up, and its place is bounded instead. */
    @GET
    @RunOnVirtualThread
    @NoDeadline
    @Costs(Price.EXPORT)
    @Produces({"application/x-ndjson", "text/csv"})
    @Operation(
            operationId = "exportLines",
            summary = "Everything there is, as lines",
            description = "All of one moment, as NDJSON or CSV, in lines that imports read: /docs/lines.schema.json"
                    + " describes them. Every field is there, null (in CSV \\N) or an empty list if it has no value, so that"
                    + " importing an export restores what it tells. Solecast-Place is the place in the log of that moment: go on with"
                    + " /v1/changes?after= it, and nothing is missed. An export that breaks off does so noticeably; one"
                    + " that is read slower than 16 kB a second, or not to its end within a quarter of an hour, is"
                    + " broken off.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            headers =
                    @Header(
                            name = SEQUENCE_HEADER,
                            description = "Up to which place in the log this is told.",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", examples = "812")),
            content = {
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING),
                        examples =
                                @ExampleObject(
                                        name = "catalogue",
                                        summary = "GET /v1/exports/brands?format=csv",
                                        value = """
                                                type,slug,name,aliases,home,knownFor,lines,citations,formerSlugs\r
                                                brand,autry,Autry,"[""Autry Action Shoes""]",Dallas,\\N,[],[],[]\r
                                                """))
            })
    public RestResponse<StreamedBody> lines(
            @RestPath("scope")
                    @Parameter(description = "What to export.", schema = @Schema(implementation = ExportScope.class))
                    ExportScope scope,
            @RestQuery("format") @Parameter(description = "How lines are written; it wins over Accept.") @Nullable
                    LineFormat format,
            @RestQuery("include")
                    @Parameter(
                            description = "state tells what the log tells of changes, for apps that follow it: a"
                                    + " release's date and status, a collaboration's stage as its readers see it, and"
                                    + " the number of every rumor. Such lines are not for imports.")
                    List<ExportInclude> include,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers) {
        var lineFormat = format == null ? LineFormat.of(headers.getAcceptableMediaTypes()) : format;
        var state = !include.isEmpty();
        var name = scope.wireName() + "." + lineFormat.wireName();
        var reached = changes.end();
        var body = new StreamedBody(
                request,
                origin(name, state, reached),
                settings.longest(),
                response -> export.write(
                        scope,
                        state,
                        snapshot -> writer(
                                lineFormat,
                                scope,
                                state,
                                response.begin(
                                        origin(name, state, snapshot),
                                        Map.of(SEQUENCE_HEADER, Long.toString(snapshot.sequence()))))));
        return RestResponse.ResponseBuilder.ok(body)
                .type(lineFormat.type())
                .header(SEQUENCE_HEADER, reached.sequence())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"solecast-" + name + "\"")
                .build();
    }

    private LineWriter writer(LineFormat format, ExportScope scope, boolean state, OutputStream out)
            throws IOException {
        return switch (format) {
            case NDJSON -> new NdjsonWriter(out, json);
            case CSV -> new CsvWriter(out, Export.columns(scope, state));
        };
    }

    /** The inputs that determine the bytes of an export, from which its ETag is derived. */
    private String origin(String name, boolean state, LogEnd reached) {
        return String.join(" ", version, name, state ? "state" : "", reached.toString());
    }
}
