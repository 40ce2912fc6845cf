/** Collaborators: the people, brands and shops that work with a brand on a shoe. */
@NullMarked
package dev.solecast.catalog.collaborator;

import org.jspecify.annotations.NullMarked;
