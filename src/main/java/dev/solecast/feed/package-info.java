/** Releases for programs that people have already: calendars and feed readers. */
@NullMarked
package dev.solecast.feed;

import org.jspecify.annotations.NullMarked;
