/** Imports of files, and of the catalogue that ships with the service. */
@NullMarked
package dev.solecast.exchange.importing;

import org.jspecify.annotations.NullMarked;
