/** Solecast: a sneaker release tracker whose dates carry their precision, their sources and their history. */
@NullMarked
package dev.solecast;

import org.jspecify.annotations.NullMarked;
