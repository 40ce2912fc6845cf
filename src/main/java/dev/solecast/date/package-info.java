/**
 * Days on which something may happen, and how well they are known: EDTF (ISO 8601-2) read, bounded, compared and put
 * into words. Pure values without clock, zone, framework or any other room.
 */
@NullMarked
package dev.solecast.date;

import org.jspecify.annotations.NullMarked;
