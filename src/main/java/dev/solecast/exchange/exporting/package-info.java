/** Exports of everything, from one snapshot. */
@NullMarked
package dev.solecast.exchange.exporting;

import org.jspecify.annotations.NullMarked;
