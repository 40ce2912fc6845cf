package dev.solecast.site;

import dev.solecast.http.problem.ProblemView;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Turns a problem into a page when the client is a browser that followed a link or a typed address. */
class ErrorPages {

    private final PageLayout layout;

    ErrorPages(PageLayout layout) {
        this.layout = layout;
    }

    @ServerResponseFilter
    void renderPage(ContainerRequestContext request, ContainerResponseContext response) {
        var path = request.getUriInfo().getPath();
        if (!(response.getEntity() instanceof ProblemView problem) || !isForPeople(path, request)) {
            return;
        }
        var heading = heading(problem.status(), path);
        var html = ErrorPageRenderer.of()
                .execute(new ErrorPage(
                        layout.page(request.getUriInfo(), path, heading, heading),
                        problem.status(),
                        heading,
                        detail(problem, path),
                        problem.status() == 404 || problem.status() == 400 ? words(path) : ""));
        var policy = path.equals(FrameResource.PATH) ? ContentPolicy.FRAME : ContentPolicy.PAGE;
        response.getHeaders().putSingle(ContentPolicy.HEADER, policy.value());
        response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, ContentPolicy.HTML);
        response.setEntity(html);
    }

    private static boolean isForPeople(String path, ContainerRequestContext request) {
        var accept = request.getHeaderString(HttpHeaders.ACCEPT);
        return path.equals("/")
                || path.startsWith("/releases/")
                || path.equals(FrameResource.PATH)
                || (accept != null && accept.contains("text/html") && !isForPrograms(path));
    }

    private static boolean isForPrograms(String path) {
        return List.of("/v1/", "/embed/", "/assets/", "/oembed", "/openapi", "/embed.js").stream()
                .anyMatch(path::startsWith);
    }

    private static String detail(ProblemView problem, String path) {
        if (!path.startsWith("/releases/")) {
            return SafeText.text(problem.detail());
        }
        return switch (problem.status()) {
            case 400, 404 -> "Nothing here goes by that name. Perhaps it is one of these?";
            case 410 -> "It was taken out of the catalogue, and this address will not come back.";
            default -> SafeText.text(problem.detail());
        };
    }

    private static String heading(int status, String path) {
        if (path.startsWith("/releases/") && (status == 400 || status == 404)) {
            return "No such release";
        }
        return switch (status) {
            case 404 -> "No such page";
            case 410 -> "This release was deleted";
            case 400, 414 -> "This address cannot be understood";
            case 503 -> "Not just now";
            default -> status < 500 ? "This does not work" : "Something broke";
        };
    }

    /** Turns the last segment of the path into search words. */
    private static String words(String path) {
        return SafeText.text(
                path.substring(path.lastIndexOf('/') + 1).replace('-', ' ').strip());
    }
}
