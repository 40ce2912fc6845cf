package dev.solecast.site;

import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.http.request.IgnoreUnknownParameters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The files that the pages of this service and of other sites load. */
@Path("/")
public class AssetResource {

    /** For {@code /embed.js}, whose content may change with every version of this service. */
    private static final String FIVE_MINUTES = "public, max-age=300";

    private static final String FOREVER = "public, max-age=31536000, immutable";

    private final Assets assets;

    AssetResource(Assets assets) {
        this.assets = assets;
    }

    /** The newest version of the component, for sites that do not pin one. */
    @GET
    @Path("embed.js")
    @IgnoreUnknownParameters
    @Operation(hidden = true)
    public RestResponse<byte[]> newestComponent() {
        return response(assets.component().bytes(), "embed.js", FIVE_MINUTES);
    }

    /** A pinned version of the component. */
    @GET
    @Path("embed/{version}/embed.js")
    @IgnoreUnknownParameters
    @Operation(hidden = true)
    public RestResponse<byte[]> component(@RestPath("version") String version) {
        return response(required(assets.findComponent(version)), "embed.js", FOREVER);
    }

    /** A file of the pages of this service. */
    @GET
    @Path("assets/{version}/{name}")
    @IgnoreUnknownParameters
    @Operation(hidden = true)
    public RestResponse<byte[]> own(@RestPath("version") String version, @RestPath("name") String name) {
        return response(required(assets.findPageFile(version, name)), name, FOREVER);
    }

    private static byte[] required(Optional<byte[]> bytes) {
        return bytes.orElseThrow(() -> Problem.of(
                ProblemCode.NOT_FOUND, "There is no such version; /docs/embed shows the address of the newest."));
    }

    private static RestResponse<byte[]> response(byte[] bytes, String name, String cacheControl) {
        return RestResponse.ResponseBuilder.ok(bytes)
                .type(type(name))
                .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                .build();
    }

    private static MediaType type(String name) {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".js" -> new MediaType("text", "javascript", "utf-8");
            case ".css" -> new MediaType("text", "css", "utf-8");
            default -> new MediaType("image", "svg+xml");
        };
    }
}
