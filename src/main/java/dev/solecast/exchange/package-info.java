/** Files of lines: the whole catalogue in and out, and the one that ships with the service. */
@NullMarked
package dev.solecast.exchange;

import org.jspecify.annotations.NullMarked;
