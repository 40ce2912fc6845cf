/** API keys: who is calling, what they may do, and how often. */
@NullMarked
package dev.solecast.auth;

import org.jspecify.annotations.NullMarked;
