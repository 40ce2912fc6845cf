/**
 * The shared response cache, with cache tags, dependency tracking, request coalescing and stale detection by position
 * in the log of invalidations.
 *
 * <ol>
 *   <li>Methods with {@link CacheResponse} are cached for all callers; responses that depend on the caller never are.
 *   <li>Stored are complete bytes, by path and query as sent, language, encoding and {@code Accept} ({@link CacheKey}).
 *   <li>Hit: on the event loop, after key and rate limit, {@link CachedResponseFilter} sends a fresh response or 304.
 *   <li>Miss: the first request computes, identical ones wait ({@link RequestCoalescer}, {@link ResponseWriter}).
 *   <li>Entries read meanwhile are dependencies ({@link DependencyTracker}); for lists, also those that may enter them.
 *   <li>Fragments that many responses share, such as names of models, follow the same rules ({@link FragmentCache}).
 *   <li>Each writing transaction stores the tags that it invalidates, in commit order. Its node knows them before the
 *       write is answered, other nodes poll them every 200 ms ({@link TagInvalidations}).
 *   <li>A response is stale once one of its tags has been invalidated after its sequence number, or at midnight, in UTC
 *       and in the reader's time zone. This is checked when it is next requested.
 *   <li>A node whose last poll is older than 900 ms serves nothing from its cache.
 *   <li>Memory is bounded in bytes, and frequent responses stay (W-TinyLFU). {@code CachedResponsesReplayTest} replays
 *       random writes, and compares cached with computed responses.
 * </ol>
 */
@NullMarked
package dev.solecast.cache;

import org.jspecify.annotations.NullMarked;
