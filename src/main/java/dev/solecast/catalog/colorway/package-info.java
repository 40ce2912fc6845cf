/** Colorways, the versions of a model. */
@NullMarked
package dev.solecast.catalog.colorway;

import org.jspecify.annotations.NullMarked;
