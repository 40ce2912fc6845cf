/** The bounds on every request: its address, parameters, body, deadline, and the service's own start and end. */
@NullMarked
package dev.solecast.http.request;

import org.jspecify.annotations.NullMarked;
