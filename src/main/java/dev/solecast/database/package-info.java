/**
 * The PostgreSQL that Solecast brings along for machines where none is configured: unpacked, created, started, watched
 * and stopped here. It holds people's data, so everything acknowledged is on the disk.
 */
@NullMarked
package dev.solecast.database;

import org.jspecify.annotations.NullMarked;
