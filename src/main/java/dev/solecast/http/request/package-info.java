/** The limits on every request (address, parameters, body, deadline), and the start and shutdown of the service. */
@NullMarked
package dev.solecast.http.request;

import org.jspecify.annotations.NullMarked;
