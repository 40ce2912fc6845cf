/**
 * The door to the catalogue for other rooms: references by slug to brands, models, collaborators, collaborations and colorways.
 *
 * <p>The catalogue does not know when anything goes on sale; {@code release} writes down here what is shown of it: the stage of a
 * collaboration, the strongest rumor about a colorway.
 */
@NullMarked
package dev.solecast.catalog;

import org.jspecify.annotations.NullMarked;
