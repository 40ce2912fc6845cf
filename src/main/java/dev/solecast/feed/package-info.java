/** Releases for programs that people already use: calendars and feed readers. */
@NullMarked
package dev.solecast.feed;

import org.jspecify.annotations.NullMarked;
