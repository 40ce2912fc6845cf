/** The log while it grows: server-sent events and long polls, fed by one follower for all readers. */
@NullMarked
package dev.solecast.change.stream;

import org.jspecify.annotations.NullMarked;
