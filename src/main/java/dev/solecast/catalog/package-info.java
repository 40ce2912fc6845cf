/**
 * What there is: brands, their models, the colorways of a model, and who collaborates on them.
 *
 * <p>When any of it goes on sale is not known here but in {@code release}, which writes down in this room what is shown
 * here of it: the stage of a collaboration, the strongest rumor about a colorway.
 */
@NullMarked
package dev.solecast.catalog;

import org.jspecify.annotations.NullMarked;
