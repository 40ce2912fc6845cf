/**
 * The parts of a response that readers and caches rely on: entity tags, freshness, compression, streamed bodies,
 * idempotent retries.
 */
@NullMarked
package dev.solecast.http.response;

import org.jspecify.annotations.NullMarked;
