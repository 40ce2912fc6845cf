/**
 * The embedded PostgreSQL for machines where no database is configured: unpacked, created, started, supervised and
 * stopped here. It holds people's data, so everything acknowledged is on the disk.
 */
@NullMarked
package dev.solecast.database;

import org.jspecify.annotations.NullMarked;
