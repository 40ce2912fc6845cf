package dev.solecast.site;

import dev.solecast.http.response.RenderedText;
import org.jboss.resteasy.reactive.RestResponse;

/** A Content Security Policy: what a browser may load for a page of this service, and which sites may frame it. */
enum ContentPolicy {
    /** For the pages of this service. Pictures are loaded from their publishers' sites. */
    PAGE("frame-ancestors 'none'"),

    /** For the page that other sites show in a frame. */
    FRAME("frame-ancestors *"),

    /** For documents, some of which have their style, but no script, in themselves; Swagger UI draws its own pictures. */
    DOCS(
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; ",
            "frame-ancestors 'none'");

    static final String HTML = "text/html;charset=UTF-8";
    static final String HEADER = "Content-Security-Policy";

    private static final String OWN_AND_PICTURES = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' https:; connect-src 'self'; base-uri 'none'; form-action 'self'; ";

    private final String value;

    ContentPolicy(String framing) {
        this(OWN_AND_PICTURES, framing);
    }

    ContentPolicy(String loading, String framing) {
        value = loading + framing;
    }

    /** The value of the header. */
    String value() {
        return value;
    }

    /** Builds the response for a page under this policy. */
    RestResponse<RenderedText> respond(RenderedText page) {
        return RestResponse.ResponseBuilder.ok(page).header(HEADER, value).build();
    }
}
