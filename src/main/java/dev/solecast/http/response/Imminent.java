package dev.solecast.http.response;

import java.time.Instant;

/** A response about something that may happen soon, and so must not be cached for long. */
public interface Imminent {

    /** Whether the event may happen within a day of this instant. */
    boolean isImminent(Instant now);
}
