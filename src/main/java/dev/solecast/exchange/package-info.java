/** Data coming in: the catalogue that ships with the service. */
@NullMarked
package dev.solecast.exchange;

import org.jspecify.annotations.NullMarked;
