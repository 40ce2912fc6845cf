/** Errors as RFC 9457 problems: their codes, what they look like, and which exception becomes which. */
@NullMarked
package dev.solecast.http.problem;

import org.jspecify.annotations.NullMarked;
