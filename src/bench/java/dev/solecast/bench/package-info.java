/**
 * {@code make bench}: measures the packaged service beside a bare server and the database alone, on generated
 * catalogues that are always the same and are loaded by the service's own import.
 */
@NullMarked
package dev.solecast.bench;

import org.jspecify.annotations.NullMarked;
