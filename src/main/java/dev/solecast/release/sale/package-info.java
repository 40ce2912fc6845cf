/** Terms of a sale: region, channel, price, launch time and retailers. */
@NullMarked
package dev.solecast.release.sale;

import org.jspecify.annotations.NullMarked;
