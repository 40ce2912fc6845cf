package dev.solecast.feed;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * One change of a release, worded in a reader's language.
 *
 * @param id a permanent id, independent of the slug of the release and the address of this service
 * @param kind its kind in the log of changes
 * @param title one line
 * @param text all details, in lines
 * @param page the address of the release's page
 */
record News(UUID id, Instant at, String kind, String title, String text, URI page) {}
