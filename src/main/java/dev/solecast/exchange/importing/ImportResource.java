package dev.solecast.exchange.importing;

import dev.solecast.auth.Roles;
import dev.solecast.exchange.format.FileType;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageQuery;
import dev.solecast.http.page.Pages;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.http.request.NoDeadline;
import dev.solecast.http.request.Price;
import dev.solecast.http.request.RequestMeter;
import dev.solecast.http.request.UnboundedBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Imports files of lines, and shows the progress and the findings of imports. */
@Path("/v1/imports")
@RunOnVirtualThread
@Tag(
        name = "Exchange",
        description = "The whole catalogue in and out, a line an entry; /docs/lines.schema.json tells"
                + " what a line may say.")
public class ImportResource {

    private static final int FIRST_FINDINGS = 100;

    private final ImportUploads uploads;
    private final Imports imports;
    private final ImportFindings findings;
    private final Pages pages;
    private final Clock clock;

    ImportResource(ImportUploads uploads, Imports imports, ImportFindings findings, Pages pages, Clock clock) {
        this.uploads = uploads;
        this.imports = imports;
        this.findings = findings;
        this.pages = pages;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Roles.EDITOR)
    @UnboundedBody
    @NoDeadline
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importLines",
            summary = "Import a file of lines",
            description = "Of any size, as NDJSON or CSV, gzipped or not; entries and rumors in any order. Each line"
                    + " names its `type` and says what a POST of such an entry would; it is matched by its slug, or a"
                    + " colorway without one by its style code, and adds the entry or changes it. What a line leaves out"
                    + " stays as it is, and a line with a slug may leave out all its entry has; `null` (in CSV a cell of"
                    + " `\\N`) or an empty list empties a field. Former slugs and the history of a status are only added"
                    + " to. A refused line leaves nothing behind, and is listed with the reason; the others are taken"
                    + " in. Of two lines that say otherwise of one entry the later is refused. A dry run lists what each"
                    + " field was and would become. Sending the same file again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "All lines were looked at.",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(
            responseCode = "202",
            description = "The file has arrived, and work on it goes on: see Location.",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public RestResponse<ImportView> add(
            @BeanParam ImportQuery query,
            @RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @RestHeader(HttpHeaders.CONTENT_ENCODING)
                    @Parameter(description = "How it is compressed: gzip, or left out.")
                    @Nullable
                    String encoding,
            @Valid
                    @RequestBody(
                            content = {
                                @Content(mediaType = FileType.NDJSON, schema = @Schema(implementation = String.class)),
                                @Content(
                                        mediaType = FileType.CSV,
                                        schema = @Schema(implementation = String.class),
                                        examples = @ExampleObject(name = "catalogue", value = """
                                                                type,slug,name,brand,home,firstAppeared
                                                                brand,saucony,Saucony,,Kutztown,
                                                                model,,Jazz Original,saucony,,1981
                                                                """))
                            })
                    InputStream file,
            HttpServerResponse response,
            @Context RoutingContext context)
            throws IOException {
        var id = uploads.receive(file, FileType.of(type, encoding), query.options(), response);
        response.putHeader(HttpHeaders.LOCATION, "/v1/imports/" + id);
        var view = view(id);
        RequestMeter.of(context).charge(view.lines() / Price.LINES * Price.IMPORTED_LINES.tokens());
        return switch (view.state()) {
            case RUNNING -> RestResponse.status(RestResponse.Status.ACCEPTED, view);
            case FINISHED -> RestResponse.ok(view);
            case REFUSED -> throw view.problem(ProblemCode.CONFLICT);
            case TRUNCATED -> throw view.problem(ProblemCode.MALFORMED_REQUEST);
            case BROKEN -> {
                response.putHeader(HttpHeaders.RETRY_AFTER, ImportUploads.RETRY_AFTER_SECONDS);
                throw view.problem(ProblemCode.UNAVAILABLE);
            }
        };
    }

    @GET
    @RolesAllowed(Roles.EDITOR)
    @Operation(
            operationId = "listImports",
            summary = "List imports",
            description = "Newest first, those of the last 30 days; without their findings.")
    public Page<ImportView> list(@BeanParam PageQuery query, UriInfo uri) {
        return imports.list(pages.request(query, false, Imports.NEWEST_FIRST, uri))
                .map(each -> ImportView.of(each, List.of(), clock.instant()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "getImport", summary = "How far an import got, and what became of it")
    public ImportView get(@RestPath("id") Long id) {
        return view(id);
    }

    @GET
    @Path("/{id}/findings")
    @RolesAllowed(Roles.EDITOR)
    @Operation(
            operationId = "listFindings",
            summary = "What there is to tell about the lines of an import",
            description = "Lines that were refused, fields that were kept, and what a dry run would change.")
    public Page<FindingView> findings(@RestPath("id") Long id, @BeanParam PageQuery query, UriInfo uri) {
        imports.get(id);
        return findings.list(id, pages.request(query, false, ImportFindings.BY_ID, uri))
                .map(ImportFinding::view);
    }

    private ImportView view(long id) {
        return ImportView.of(imports.get(id), findings.listFirst(id, FIRST_FINDINGS), clock.instant());
    }
}
