/** Intake of rumors: single ones, submissions for review, lines of files. */
@NullMarked
package dev.solecast.release.intake;

import org.jspecify.annotations.NullMarked;
