/**
 * {@code make drill}: attacks the packaged service as an attacker would, on loopback alone and for a bounded time, and
 * fails if anybody else notices.
 */
@NullMarked
package dev.solecast.drill;

import org.jspecify.annotations.NullMarked;
