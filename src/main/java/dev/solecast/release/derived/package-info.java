/**
 * Stored data that is derived from releases and rumors: forecasts, aggregates, log entries, columns of the catalog.
 * {@code ReleaseUpdates} owns the order of all steps of a write; nobody outside this room performs single ones.
 */
@NullMarked
package dev.solecast.release.derived;

import org.jspecify.annotations.NullMarked;
