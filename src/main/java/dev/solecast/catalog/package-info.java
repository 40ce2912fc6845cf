/**
 * The access of other rooms to the catalogue: references by slug to models, collaborations and colorways.
 *
 * <p>The catalogue does not depend on {@code release}, which stores here the data derived from releases: the stage of a
 * collaboration, and the strongest rumor about a colorway.
 */
@NullMarked
package dev.solecast.catalog;

import org.jspecify.annotations.NullMarked;
