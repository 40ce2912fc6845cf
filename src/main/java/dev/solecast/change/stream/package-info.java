/** Follows the log as it grows, for server-sent events and webhooks, with one read of new changes for all followers. */
@NullMarked
package dev.solecast.change.stream;

import org.jspecify.annotations.NullMarked;
