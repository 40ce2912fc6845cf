/**
 * The parts that all types of entry share: documents and writes to them, former slugs, citations, bulk editing.
 */
@NullMarked
package dev.solecast.entry;

import org.jspecify.annotations.NullMarked;
