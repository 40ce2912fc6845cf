/** One release: its detail, rumors, history, forecast and stream, also as of a past day. */
@NullMarked
package dev.solecast.release.read;

import org.jspecify.annotations.NullMarked;
