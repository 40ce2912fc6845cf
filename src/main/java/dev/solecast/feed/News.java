package dev.solecast.feed;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * One thing that happened to a release, in a reader's words.
 *
 * @param id the same for ever, whatever the release or this service is called by then
 * @param kind the word for it in the log of changes
 * @param title one line
 * @param text all that there is to say, in lines
 * @param page where people read more
 */
record News(UUID id, Instant at, String kind, String title, String text, URI page) {}
