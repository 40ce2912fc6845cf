/**
 * Releases, the rumors about them, and their state on a day.
 *
 * <p>"Released" means the first general sale to the public in the release's region, by the brand or an authorized
 * retailer; early pairs do not count.
 */
@NullMarked
package dev.solecast.release;

import org.jspecify.annotations.NullMarked;
