/** Brands and their product lines. */
@NullMarked
package dev.solecast.catalog.brand;

import org.jspecify.annotations.NullMarked;
