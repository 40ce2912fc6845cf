/** Errors as RFC 9457 problems: their codes, their form, and the mapping of exceptions to them. */
@NullMarked
package dev.solecast.http.problem;

import org.jspecify.annotations.NullMarked;
