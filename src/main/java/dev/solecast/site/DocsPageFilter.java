package dev.solecast.site;

import dev.solecast.http.FilterOrder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Serves the page of Swagger UI without the inline scripts of the one that comes with it, so that a strict policy can
 * forbid such scripts on every page below {@code /docs}, and lets browsers keep only files whose address has a version.
 */
@Singleton
class DocsPageFilter {

    private static final Set<String> PAGES = Set.of("/docs/", "/docs/index.html");
    private static final String FIVE_MINUTES = "public, max-age=300";

    private final Assets assets;

    DocsPageFilter(Assets assets) {
        this.assets = assets;
    }

    void register(@Observes Filters filters) {
        filters.register(this::serve, FilterOrder.DOCS);
    }

    private void serve(RoutingContext context) {
        var path = context.request().path();
        if (!path.startsWith("/docs/")) {
            context.next();
            return;
        }
        context.addHeadersEndHandler(sent -> {
            var headers = context.response().headers();
            if (!headers.contains(ContentPolicy.HEADER)) {
                headers.set(ContentPolicy.HEADER, ContentPolicy.DOCS.value());
            }
            var caching = headers.get(HttpHeaders.CACHE_CONTROL);
            if (caching != null && caching.contains("immutable")) {
                headers.set(HttpHeaders.CACHE_CONTROL, FIVE_MINUTES);
            }
        });
        var method = context.request().method();
        if (!PAGES.contains(path) || (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD))) {
            context.next();
            return;
        }
        var page = page();
        var response = context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, ContentPolicy.HTML)
                .putHeader(HttpHeaders.CACHE_CONTROL, FIVE_MINUTES);
        if (method.equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(page);
        }
    }

    private String page() {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>API - Solecast</title>
                <link rel="icon" href="%s" type="image/svg+xml">
                <link rel="stylesheet" href="/docs/swagger-ui.css">
                <script src="/docs/swagger-ui-bundle.js" defer></script>
                <script src="%s" defer></script>
                </head>
                <body><div id="swagger-ui"></div></body>
                </html>
                """.formatted(assets.pageFilePath("icon.svg"), assets.pageFilePath("docs.js"));
    }
}
