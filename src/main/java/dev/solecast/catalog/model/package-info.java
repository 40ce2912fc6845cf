/** Models, the silhouettes of a brand, with their technologies and relations. */
@NullMarked
package dev.solecast.catalog.model;

import org.jspecify.annotations.NullMarked;
