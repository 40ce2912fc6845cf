package dev.solecast.http.response;

import java.time.Instant;

/**
 * An answer that has been written already, such as a page for people; of the media type that its method produces.
 *
 * @param about what it tells of, which decides how long it may be kept
 */
public record RenderedText(String text, Imminent about) implements Imminent {

    @Override
    public boolean imminent(Instant now) {
        return about.imminent(now);
    }
}
