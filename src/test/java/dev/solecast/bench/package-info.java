/**
 * {@code make bench}: how fast the packaged service is, beside what a bare server and the database alone can do, on
 * catalogues that are made up, always the same, and loaded by its own import.
 */
@NullMarked
package dev.solecast.bench;

import org.jspecify.annotations.NullMarked;
