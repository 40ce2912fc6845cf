/** Rumors coming in: single, submitted for review, or in files. */
@NullMarked
package dev.solecast.release.intake;

import org.jspecify.annotations.NullMarked;
