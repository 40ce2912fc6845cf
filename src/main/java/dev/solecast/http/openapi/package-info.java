/** Completion of the generated OpenAPI document with information that annotations cannot express. */
@NullMarked
package dev.solecast.http.openapi;

import org.jspecify.annotations.NullMarked;
