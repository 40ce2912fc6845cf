/** API keys: authentication of callers, their roles and their rate limits. */
@NullMarked
package dev.solecast.auth;

import org.jspecify.annotations.NullMarked;
