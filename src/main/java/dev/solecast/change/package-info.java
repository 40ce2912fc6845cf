/** The log of all changes, written as the last act of each transaction, in an order that readers can trust. */
@NullMarked
package dev.solecast.change;

import org.jspecify.annotations.NullMarked;
