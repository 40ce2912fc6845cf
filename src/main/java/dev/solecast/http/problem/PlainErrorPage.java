package dev.solecast.http.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem as a page for people, where the pages of the site cannot be made: before a resource has been found. */
public final class PlainErrorPage {

    public static final String MEDIA_TYPE = "text/html;charset=UTF-8";

    /** The content security policy of such a page, which loads nothing. */
    public static final String POLICY = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    /** Addresses that only programs ask for. */
    private static final List<String> FOR_PROGRAMS =
            List.of("/v1/", "/embed/", "/assets/", "/oembed", "/openapi", "/embed.js");

    private PlainErrorPage() {}

    /** Whether the client is a browser that followed a link or a typed address. */
    public static boolean isWanted(String path, @Nullable String accept) {
        return accept != null
                && accept.contains("text/html")
                && FOR_PROGRAMS.stream().noneMatch(path::startsWith);
    }

    /** Returns the page. */
    public static String of(ProblemView problem) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%1$s - Solecast</title></head>
                <body><h1>%1$s</h1><p>%2$s</p><p><a href="/">What drops next</a></p></body>
                </html>
                """.formatted(ProblemPage.escape(problem.title()), ProblemPage.escape(problem.detail()));
    }
}
