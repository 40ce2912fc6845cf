/** Guards outgoing connections against server-side request forgery: addresses that callers name must be public. */
@NullMarked
package dev.solecast.outbound;

import org.jspecify.annotations.NullMarked;
