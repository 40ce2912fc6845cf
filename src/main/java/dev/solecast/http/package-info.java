/**
 * The vocabulary of every resource: slugs, the actor, the clock, merge patches, languages, strict JSON.
 *
 * <p>Nothing here knows a sneaker; every other room but the pure ones may import this one, and it imports none.
 */
@NullMarked
package dev.solecast.http;

import org.jspecify.annotations.NullMarked;
