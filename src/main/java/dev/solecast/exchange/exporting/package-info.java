/** Exports of all entries and rumors, from one snapshot of the database. */
@NullMarked
package dev.solecast.exchange.exporting;

import org.jspecify.annotations.NullMarked;
