/** The sources of rumors and their track records. */
@NullMarked
package dev.solecast.source;

import org.jspecify.annotations.NullMarked;
