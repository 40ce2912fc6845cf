/** The log of all changes, in an order that readers can trust, and how to follow it. */
@NullMarked
package dev.solecast.change;

import org.jspecify.annotations.NullMarked;
