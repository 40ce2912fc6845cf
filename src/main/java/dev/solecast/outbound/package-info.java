/** The guard between this service and the addresses that callers name: nothing leads inside. */
@NullMarked
package dev.solecast.outbound;

import org.jspecify.annotations.NullMarked;
