/**
 * What every resource speaks: problems, query parameters, pages, the clock.
 *
 * <p>Nothing here knows a sneaker; every other room may import this one, and it imports none.
 */
@NullMarked
package dev.solecast.http;

import org.jspecify.annotations.NullMarked;
