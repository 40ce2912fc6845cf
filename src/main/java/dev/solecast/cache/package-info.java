/**
 * The shared response cache: complete responses and fragments, kept until an entry that they depend on changes.
 *
 * <p>Every read reports the entries it loads to the {@code DependencyTracker}; a response is stored with the cache tags of these
 * dependencies. A transaction invalidates tags in the order of commits, and other nodes learn of it within
 * 200 ms, so a node that could not look for 900 ms serves nothing from its cache. Concurrent misses for one key are
 * coalesced.
 */
@NullMarked
package dev.solecast.cache;

import org.jspecify.annotations.NullMarked;
