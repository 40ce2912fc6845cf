package dev.solecast.http.response;

import java.time.Instant;

/** An answer about something that may be about to happen, and so must not be kept for long. */
public interface Imminent {

    /** Whether what it tells of may happen within a day of this instant. */
    boolean imminent(Instant now);
}
