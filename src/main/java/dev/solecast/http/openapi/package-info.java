/** Completes the generated OpenAPI document with what annotations cannot say. */
@NullMarked
package dev.solecast.http.openapi;

import org.jspecify.annotations.NullMarked;
