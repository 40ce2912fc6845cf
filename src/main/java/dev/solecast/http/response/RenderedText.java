package dev.solecast.http.response;

import java.time.Instant;

/**
 * A response that is already rendered, such as an HTML page; its media type is the one that its method produces.
 *
 * @param about the subject of the text, which decides how long the response may be cached
 */
public record RenderedText(String text, Imminent about) implements Imminent {

    @Override
    public boolean isImminent(Instant now) {
        return about.isImminent(now);
    }
}
