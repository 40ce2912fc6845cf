package dev.solecast.http.openapi;

import dev.solecast.http.FilterOrder;
import dev.solecast.http.HttpMetrics;
import dev.solecast.http.response.EntityTag;
import dev.solecast.http.response.Gzip;
import io.netty.buffer.Unpooled;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Serves the contract, the longest response that never changes, from one buffer for all who ask, with a tag and
 * compressed; Quarkus would copy it for each request.
 */
@Singleton
class OpenApiDocumentFilter {

    private static final Set<String> PATHS = Set.of("/openapi", "/openapi.json", "/openapi.yaml", "/openapi.yml");
    private static final String FIVE_MINUTES = "public, max-age=300";

    private final OpenApiDocumentService documents;
    private final Map<Format, Document> prepared = new EnumMap<>(Format.class);

    private record Document(Buffer plain, Buffer gzip, EntityTag tag) {}

    OpenApiDocumentFilter(OpenApiDocumentService documents) {
        this.documents = documents;
    }

    void register(@Observes Filters filters) {
        filters.register(this::serve, FilterOrder.DOCS);
    }

    private void serve(RoutingContext context) {
        var request = context.request();
        var head = request.method().equals(HttpMethod.HEAD);
        if (!PATHS.contains(request.path()) || (!head && !request.method().equals(HttpMethod.GET))) {
            context.next();
            return;
        }
        HttpMetrics.setTemplate(context, "/openapi");
        var format = format(request);
        var document = document(format);
        var gzip = Gzip.isAccepted(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        var tag = gzip ? document.tag().inEncoding("gzip") : document.tag();
        var response = context.response()
                .putHeader(HttpHeaders.ETAG, tag.toString())
                .putHeader(HttpHeaders.CACHE_CONTROL, FIVE_MINUTES)
                .putHeader(HttpHeaders.VARY, "Accept, Accept-Encoding, Origin");
        if (tag.isIn(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        var body = gzip ? document.gzip() : document.plain();
        response.putHeader(HttpHeaders.CONTENT_TYPE, format.getMimeType() + ";charset=UTF-8")
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        if (gzip) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (head) {
            response.end();
        } else {
            response.end(body);
        }
    }

    /** The format that the suffix, the parameter or the header asks for. */
    private static Format format(HttpServerRequest request) {
        var parameter = request.getParam("format");
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean json = request.path().contains(".")
                ? request.path().endsWith(".json")
                : parameter != null
                        ? parameter.equalsIgnoreCase("json")
                        : accept != null && accept.contains("application/json");
        return json ? Format.JSON : Format.YAML;
    }

    private synchronized Document document(Format format) {
        return prepared.computeIfAbsent(format, absent -> {
            var bytes = documents.getDocument(OpenApiFilter.DEFAULT_DOCUMENT_NAME, format);
            return new Document(shared(bytes), shared(Gzip.compress(bytes)), EntityTag.of(bytes));
        });
    }

    /** A buffer outside the heap, since others are copied there each time they are sent. */
    private static Buffer shared(byte[] bytes) {
        return Buffer.buffer(Unpooled.directBuffer(bytes.length).writeBytes(bytes));
    }
}
