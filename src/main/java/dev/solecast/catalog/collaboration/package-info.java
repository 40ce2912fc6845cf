/** Collaborations of one or more collaborators with a brand, and the stage each has reached. */
@NullMarked
package dev.solecast.catalog.collaboration;

import org.jspecify.annotations.NullMarked;
