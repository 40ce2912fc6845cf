package dev.solecast.site;

import dev.solecast.http.response.RenderedText;
import org.jboss.resteasy.reactive.RestResponse;

/** What a browser may load for a page of ours, and who may frame it. */
enum ContentPolicy {
    /** Pages of our own. Pictures are where those who made them keep them. */
    PAGE("frame-ancestors 'none'"),

    /** The page that other sites show in a frame. */
    FRAME("frame-ancestors *");

    static final String HTML = "text/html;charset=UTF-8";
    static final String HEADER = "Content-Security-Policy";

    private static final String OWN_AND_PICTURES = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' https:; connect-src 'self'; base-uri 'none'; form-action 'self'; ";

    private final String value;

    ContentPolicy(String framing) {
        value = OWN_AND_PICTURES + framing;
    }

    /** As the header has it. */
    String value() {
        return value;
    }

    /** A page under this policy. */
    RestResponse<RenderedText> answer(RenderedText page) {
        return RestResponse.ResponseBuilder.ok(page).header(HEADER, value).build();
    }
}
