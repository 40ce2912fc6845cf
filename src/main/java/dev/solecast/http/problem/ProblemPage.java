package dev.solecast.http.problem;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Serves the page that the {@code type} of every problem links to, generated from {@link ProblemCode} so that no code
 * is missing.
 */
@Path("/docs/problems")
public class ProblemPage {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Problems - Solecast</title>
            <style>
            body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif;
              color: #222; background: #fff; }
            h2 { margin: 2rem 0 0; font-size: 1.1rem; overflow-wrap: anywhere; }
            h2:target { background: #fd6; }
            p { margin: .25rem 0; }
            small { font-weight: normal; }
            a { color: #04c; }
            @media (prefers-color-scheme: dark) { body { color: #ddd; background: #181818; } a { color: #8bf; }
              h2:target { background: #640; } }
            </style>
            </head>
            <body>
            <h1>Problems</h1>
            <p>Whatever goes wrong is answered as <code>application/problem+json</code>
            (<a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>). Programs should look at its
            <code>code</code>, which never changes; people should read its <code>detail</code>, which says what is wrong
            with this very request. These are all the codes there are. <a href="/docs">All addresses</a></p>
            """;

    private static final String FOOT = """
            </body>
            </html>
            """;

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public String page() {
        return Arrays.stream(ProblemCode.values())
                .map(ProblemPage::section)
                .collect(Collectors.joining("", HEAD, FOOT));
    }

    private static String section(ProblemCode code) {
        return """
                <h2 id="%1$s"><code>%1$s</code> <small>%2$d %3$s</small></h2>
                <p>%4$s</p>
                <p><b>What to do:</b> %5$s</p>
                """.formatted(
                        escape(code.wireName()),
                        code.status(),
                        escape(code.title()),
                        escape(code.meaning()),
                        escape(code.cure()));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
