/** Files of lines: NDJSON and CSV, read and written within bounds. */
@NullMarked
package dev.solecast.exchange.format;

import org.jspecify.annotations.NullMarked;
