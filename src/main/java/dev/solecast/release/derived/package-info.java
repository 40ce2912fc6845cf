/**
 * Everything derived from releases and rumors and stored: forecasts, aggregates, log entries, the catalogue's own columns.
 */
@NullMarked
package dev.solecast.release.derived;

import org.jspecify.annotations.NullMarked;
