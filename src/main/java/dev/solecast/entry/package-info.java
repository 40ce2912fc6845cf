/**
 * The part that all entries of the catalogue share: documents and how they are written, former slugs, citations, bulk editing.
 */
@NullMarked
package dev.solecast.entry;

import org.jspecify.annotations.NullMarked;
