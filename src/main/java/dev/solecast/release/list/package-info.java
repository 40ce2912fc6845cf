/** Lists of releases: filters, orders, and the read model that fills them with one statement. */
@NullMarked
package dev.solecast.release.list;

import org.jspecify.annotations.NullMarked;
