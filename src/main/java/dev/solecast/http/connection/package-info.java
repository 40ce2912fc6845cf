/**
 * Connections below Vert.x: how many one address may open, how many bytes may wait for slow readers, one request after
 * the other, and refusals of requests that cannot even begin.
 */
@NullMarked
package dev.solecast.http.connection;

import org.jspecify.annotations.NullMarked;
