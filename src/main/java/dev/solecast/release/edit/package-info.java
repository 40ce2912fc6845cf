/** Editing of releases and their status. */
@NullMarked
package dev.solecast.release.edit;

import org.jspecify.annotations.NullMarked;
